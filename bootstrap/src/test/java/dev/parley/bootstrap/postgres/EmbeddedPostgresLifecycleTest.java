package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.postgres.Postmaster.Patience;
import dev.parley.bootstrap.store.EmptyStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresLifecycleTest {

    @TempDir
    private Path temporary;

    private Path data;

    @BeforeEach
    void copyInitialisedDirectory() throws IOException {
        data = EmptyStores.copyTo(temporary.toRealPath().resolve("data"));
    }

    @Test
    void restartKeepsRowsAndPort() throws SQLException {
        DatabaseAccess first;
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            first = server.databases().owner();
            Sql.execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(server.databases().owner()).isEqualTo(first);
            assertThat(Sql.ask(server.databases().owner(), "SELECT answer FROM kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void closeStopsTheServerAndIsIdempotent() {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data);
        server.close();
        server.close();

        assertThat(processes().list()).isEmpty();
        assertThat(EmbeddedPostgresServer.databasesOfRunning(data)).isEmpty();
    }

    @Test
    void killedServiceLosesNoAcknowledgedRow() throws IOException, InterruptedException, SQLException {
        Path acknowledged = temporary.resolve("acknowledged");
        Process service = KilledService.start(data, acknowledged);
        await().atMost(Duration.ofSeconds(30)).until(() -> countLines(acknowledged) >= 50);

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The data directory " + data + " is already in use by another Parley server, process "
                        + service.pid());
        DatabaseAccess seen =
                EmbeddedPostgresServer.databasesOfRunning(data).orElseThrow().owner();
        assertThat(Sql.ask(seen, "SELECT count(*) >= 50 FROM noted")).isEqualTo("t");

        service.destroyForcibly();
        assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(processes().list()).as("left behind").isNotEmpty();

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(Long.parseLong(Sql.ask(server.databases().owner(), "SELECT count(*) FROM noted")))
                    .isGreaterThanOrEqualTo(countLines(acknowledged));
            assertThat(postmasters()).hasSize(1);
        }
    }

    @Test
    void killedDatabaseServerRecovers() throws IOException, SQLException {
        EmbeddedPostgresServer crashed = EmbeddedPostgresServer.start(data);
        Sql.execute(crashed.databases().owner(), "CREATE TABLE kept AS SELECT 42 AS answer");
        Path postmasterFile = data.resolve("postgres/postmaster.pid");
        String leftByACrash = Files.readString(postmasterFile);
        postmasters().forEach(ProcessHandle::destroyForcibly);
        crashed.close();
        Files.writeString(
                postmasterFile, leftByACrash); // once the restart has begun, it has replaced and deleted the file

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(Sql.ask(server.databases().owner(), "SELECT answer FROM kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void postmasterFileOfAnotherProgramIsIgnored() throws IOException {
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n1\n54321\n\n127.0.0.1\n");

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(server.databases().owner().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void unresponsiveServerIsKilled() throws IOException, InterruptedException {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data);
        long stuck = postmasters().getFirst().pid();
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(stuck))
                        .start()
                        .waitFor())
                .isZero();

        Duration second = Duration.ofSeconds(1);
        new Postmaster(new DataDirectory(data), programs(), new Patience(second, second, second, second)).stop();

        assertThat(processes().list()).isEmpty();
        server.close();
    }

    @Test
    void slowProgramIsKilled() throws IOException {
        assertThat(programs()
                        .run(Duration.ofMillis(50), "initdb", "--pgdata=" + temporary.resolve("other"))
                        .succeeded())
                .isFalse();

        // the process that initdb started finds its input closed
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().list().isEmpty());
    }

    @Test
    void failedInitialisationReportsItsReason() throws IOException {
        PrivateFiles.deleteTree(data.resolve("postgres"));
        Path binaries = onlyEntryOf(data.resolve("postgres-binaries"));
        Files.delete(binaries.resolve("share/postgresql/system_views.sql"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageStartingWith("PostgreSQL cannot create its database in " + data + ": initdb: error: file ")
                .hasMessageEndingWith("does not exist");
    }

    @Test
    void databaseOfAnotherMajorVersionIsRefused() throws IOException {
        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The database in " + data.resolve("postgres") + " was created by PostgreSQL 16, this is "
                        + "PostgreSQL 18: run the Parley version that created it, or move the directory away");
    }

    @Test
    void directoryWithoutADatabaseIsRefused() throws IOException {
        Files.delete(data.resolve("postgres/PG_VERSION"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageEndingWith("is not empty and no PostgreSQL database either: move it away");
    }

    @Test
    void interruptedInitialisationIsRepeated() throws IOException {
        Files.move(
                data.resolve("postgres"),
                Files.createDirectory(data.resolve("postgres.unfinished")).resolve("cluster"));
        Files.createDirectory(data.resolve("postgres"));

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(server.databases()).isNotNull();
            assertThat(data.resolve("postgres.unfinished")).doesNotExist();
        }
    }

    @Test
    void incompleteRolesAndDatabasesAreCompleted() throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            DatabaseAccess superuser = superuser(server);
            Sql.execute(superuser, "DROP DATABASE parley_activity");
            Sql.execute(superuser, "DROP ROLE parley_relay");
            Sql.execute(superuser, "ALTER ROLE parley_app PASSWORD NULL");
        }
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(Sql.ask(server.databases().app(), "SELECT 1")).isEqualTo("1");
            assertThat(Sql.ask(server.databases().activityRelay(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void failedStartReportsItsReason() throws IOException {
        Files.writeString(data.resolve("postgres/postgresql.conf"), "max_connections = many\n");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("PostgreSQL does not start in " + data.resolve("postgres") + ": configuration file \""
                        + data.resolve("postgres/postgresql.conf") + "\" contains errors (see "
                        + data.resolve("postgres-start.log") + ")");
    }

    @Test
    void lateFailureReportsItsReason() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    data.resolve("postgres/postgresql.conf"),
                    ServerSettings.INCLUDE_LINE + "port = " + taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(": could not create any TCP/IP sockets (see " + data.resolve("postgres/log"));
        }
    }

    @Test
    void portOfTheOperatorIsUsed() throws IOException, SQLException {
        int chosen = LoopbackPort.choose(OptionalInt.empty());
        Files.writeString(data.resolve("postgres/postgresql.conf"), ServerSettings.INCLUDE_LINE + "port = " + chosen);

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            assertThat(Sql.ask(server.databases().app(), "SHOW port")).isEqualTo(Integer.toString(chosen));
        }
    }

    @Test
    void settingsWithoutDurabilityFailTheStart() throws IOException {
        Files.writeString(data.resolve("postgres/postgresql.conf"), ServerSettings.INCLUDE_LINE + "fsync = off\n");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(NotDurableException.class)
                .hasMessageEndingWith("would lose acknowledged messages in a crash: switch on fsync");
        assertThat(processes().list()).isEmpty();
    }

    @Test
    void wrongPasswordsFailTheStart() throws IOException {
        new Credentials("no", "such", "password", "here").writeTo(data.resolve("postgres"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("cannot be prepared: FATAL: password authentication failed");
        assertThat(processes().list()).isEmpty();
    }

    @Test
    void binariesOfOtherVersionsAreDeleted() throws IOException {
        Path old = Files.createDirectories(data.resolve("postgres-binaries/0ldbeef/bin"));

        EmbeddedPostgresServer.start(data).close();

        assertThat(old.getParent()).doesNotExist();
    }

    private DatabaseAccess superuser(EmbeddedPostgresServer server) {
        return new DatabaseAccess(
                server.databases().owner().jdbcUrl(),
                DatabaseCluster.SUPERUSER,
                Credentials.readFrom(data.resolve("postgres")).superuser());
    }

    private static long countLines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private static Path onlyEntryOf(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findFirst().orElseThrow();
        }
    }

    private PostgresPrograms programs() throws IOException {
        DataDirectory directory = new DataDirectory(data);
        return new PostgresPrograms(PostgresBinaries.unpackedIn(directory), directory.programOutput());
    }

    private ServerProcesses processes() {
        return new ServerProcesses(new DataDirectory(data));
    }

    private List<ProcessHandle> postmasters() {
        ServerProcesses processes = processes();
        return processes.list().stream()
                .filter(process -> process.parent()
                        .filter(parent -> processes.include(parent.pid()))
                        .isEmpty())
                .toList();
    }
}
