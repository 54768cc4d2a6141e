package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.bootstrap.store.EmptyStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The tests kill the postmaster of an open server. */
@Timeout(120)
final class EmbeddedPostgresWatchTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String GONE = "WARN PostgreSQL's postmaster has died, starting it again";
    private static final String BACK = "INFO PostgreSQL serves again";

    @TempDir
    private Path temporary;

    private final Logger logger = (Logger) LoggerFactory.getLogger(PostmasterWatch.class);
    private final Lines lines = new Lines();
    private Path data;
    private Set<Thread> watchesOfOthers;
    private EmbeddedPostgresServer server;
    private DatabaseAccess owner;

    @BeforeEach
    void start() throws IOException, SQLException {
        watchesOfOthers = watches();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        data = EmptyStores.copyTo(temporary.toRealPath().resolve("data"));
        server = EmbeddedPostgresServer.start(data);
        owner = server.databases().owner();
        Sql.execute(owner, "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    @AfterEach
    void stop() {
        server.close();
        processes().end(Duration.ZERO);
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void killedServerRestartsOnItsPortWithAllCommits() throws IOException {
        int port = postmasterFile().port();

        awaitServedBySuccessorOf(kill());

        assertThat(postmasterFile().port()).isEqualTo(port);
        assertThat(server.databases().owner()).isEqualTo(owner);
        awaitOnePostmaster();
        awaitLogged(GONE, BACK);
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.full", matches = "true")
    void serverKilledTwiceRestarts() throws IOException {
        awaitServedBySuccessorOf(kill());
        awaitLogged(GONE, BACK); // a server that dies earlier counts as one more failed attempt
        awaitServedBySuccessorOf(kill());
        awaitLogged(GONE, BACK, GONE, BACK);

        awaitOnePostmaster();
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.full", matches = "true")
    void busyBackendOfTheKilledServerIsEnded() throws IOException, SQLException {
        try (Connection busy = Sql.connect(owner)) {
            CompletableFuture<Void> query = CompletableFuture.runAsync(() -> countForHours(busy));
            await().atMost(BOUND)
                    .until(() -> Sql.ask(
                                    owner,
                                    "SELECT count(*) FROM pg_stat_activity"
                                            + " WHERE state = 'active' AND query LIKE '%generate_series(1, 1000000%'"
                                            + " AND pid <> pg_backend_pid()")
                            .equals("1"));

            awaitServedBySuccessorOf(kill());

            assertThat(query).succeedsWithin(BOUND);
            awaitOnePostmaster();
        }
    }

    @Test
    void restartIsRetriedAndKeepsThePort() throws IOException {
        int port = postmasterFile().port();
        settings("max_connections = many\n");
        long killed = kill();
        awaitFailedAttempt();

        settings(ServerSettings.INCLUDE_LINE + "port = " + LoopbackPort.choose(OptionalInt.empty()));
        awaitServedBySuccessorOf(killed);

        assertThat(postmasterFile().port()).isEqualTo(port);
        assertThat(lines.seen.get(1))
                .startsWith("WARN PostgreSQL does not start in " + data.resolve("postgres") + ": configuration file ")
                .endsWith("; next attempt in 1 s");
    }

    @Test
    void serverWithoutDurabilityIsNotRestarted() throws IOException {
        settings(ServerSettings.INCLUDE_LINE + "fsync = off\n");
        kill();
        awaitFailedAttempt();

        assertThat(lines.seen.get(1)).contains("would lose acknowledged messages in a crash: switch on fsync; next");
        assertThat(lines.seen).doesNotContain(BACK);
    }

    @Test
    void closeRightAfterTheKillLeavesNoProcess() throws IOException {
        kill();
        server.close();

        assertStaysStopped();
    }

    @Test
    void closeDuringTheRestartLeavesNoProcess() throws IOException {
        kill();
        await().atMost(BOUND).pollInterval(Duration.ofMillis(5)).until(() -> lines.seen.contains(GONE));
        server.close();

        assertStaysStopped();
    }

    @Test
    void closeDuringTheStartOfThePostmasterLeavesNoProcess() throws IOException {
        long killed = kill();
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> PostmasterFile.read(data.resolve("postgres"))
                        .filter(file -> file.pid() != killed)
                        .isPresent());
        server.close();

        assertStaysStopped();
    }

    @Test
    void closeBetweenAttemptsLeavesNoProcess() throws IOException {
        settings("max_connections = many\n");
        kill();
        awaitFailedAttempt();
        server.close();

        assertStaysStopped();
    }

    @Test
    void closedServerIsNotRestarted() {
        server.close();
        server.close();

        assertStaysStopped();
        assertThat(lines.seen).isEmpty();
    }

    /** If no thread can start a server and none is running, none will run. */
    private void assertStaysStopped() {
        assertThat(watches()).isSubsetOf(watchesOfOthers);
        assertThat(processes().list()).isEmpty();
        server.close();
    }

    private static Set<Thread> watches() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("postmaster-watch"))
                .collect(Collectors.toSet());
    }

    private long kill() throws IOException {
        long pid = postmasterFile().pid();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        return pid;
    }

    private void awaitServedBySuccessorOf(long killed) {
        await().atMost(BOUND)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> Sql.ask(owner, "SELECT answer FROM kept").equals("42")
                        && postmasterFile().pid() != killed);
    }

    private void awaitLogged(String... expected) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(lines.seen).containsExactly(expected));
    }

    private void awaitFailedAttempt() {
        await().atMost(BOUND).until(() -> lines.seen.stream().anyMatch(line -> line.contains("next attempt in")));
    }

    private void settings(String content) throws IOException {
        Files.writeString(data.resolve("postgres/postgresql.conf"), content);
    }

    private PostmasterFile postmasterFile() throws IOException {
        return PostmasterFile.read(data.resolve("postgres")).orElseThrow();
    }

    private ServerProcesses processes() {
        return new ServerProcesses(new DataDirectory(data));
    }

    /** Processes of the killed server exit with a delay, and count until then. */
    private void awaitOnePostmaster() {
        await().atMost(BOUND).untilAsserted(() -> assertThat(postmasters()).hasSize(1));
    }

    private List<ProcessHandle> postmasters() {
        ServerProcesses processes = processes();
        return processes.list().stream()
                .filter(process -> process.parent()
                        .filter(parent -> processes.include(parent.pid()))
                        .isEmpty())
                .toList();
    }

    private static void countForHours(Connection connection) {
        try {
            Sql.execute(
                    connection, "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("connection failure").startsWith("08");
        }
    }

    private static final class Lines extends ListAppender<ILoggingEvent> {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }
}
