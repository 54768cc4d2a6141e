package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.adapters.persistence.activitylog.JdbiActivityLog;
import dev.parley.adapters.persistence.activitylog.LogStore;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.store.TestStores;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command over a log to which the tests append. */
@Timeout(60)
final class ActivityCommandTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final String NAME = "reader-of-activities";

    private static String configuration;
    private static JdbiActivityLog log;
    private static UserId user;

    @BeforeAll
    static void prepare(@TempDir Path directory) throws IOException {
        configuration = CommandRun.configuration(directory).toString();
        DatabaseAccess access = TestStores.access().log();
        log = new JdbiActivityLog(new LogStore(Jdbi.create(access.jdbcUrl(), access.user(), access.password())));
        CommandRun created = CommandRun.withInput(
                "correct horse\n", "user", "create", NAME, "--password-stdin", "--config", configuration);
        user = new UserId(Long.parseLong(created.out().replaceAll("\\D", "")));
    }

    @Test
    void newestActivitiesArePrintedAsATable() {
        append(Activity.by(user, ActivityType.SIGN_UP, AT, Origin.operator()));
        append(Activity.between(user, new UserId(987_654), ActivityType.BLOCK, AT, from("192.0.2.7", "x")));

        CommandRun typed = tail("--lines", "2");

        assertThat(typed.failure()).isEmpty();
        assertThat(typed.error()).isEmpty();
        assertThat(typed.out().lines())
                .containsExactly(
                        "TIME                         TYPE           ACTOR             SUBJECT           ADDRESS          DETAILS",
                        "2026-11-22T10:15:30.123456Z  SIGN_UP        reader-of-activities  -                 -                {}",
                        "2026-11-22T10:15:30.123456Z  BLOCK          reader-of-activities  #987654           192.0.2.7        {}");
    }

    @Test
    void jsonHasOneLinePerActivityAndOmitsUnknownValues() throws IOException {
        ActivityId id = append(Activity.between(user, user, ActivityType.BLOCK, AT, from("192.0.2.7", "Ağ/1")));
        append(Activity.loginOfUnknownUser("nobody", AT, Origin.operator()));

        List<JsonNode> lines = json(tail("--json", "--lines", "2"));

        assertThat(lines.getFirst().path("id").asText()).isEqualTo(id.value().toString());
        assertThat(lines.getFirst().path("at").asText()).isEqualTo(AT.toString());
        assertThat(lines.getFirst().path("type").asText()).isEqualTo("BLOCK");
        assertThat(lines.getFirst().path("actor_id").asLong()).isEqualTo(user.value());
        assertThat(lines.getFirst().path("actor").asText()).isEqualTo(NAME);
        assertThat(lines.getFirst().path("subject_id").asLong()).isEqualTo(user.value());
        assertThat(lines.getFirst().path("subject").asText()).isEqualTo(NAME);
        assertThat(lines.getFirst().path("address").asText()).isEqualTo("192.0.2.7");
        assertThat(lines.getFirst().path("user_agent").asText()).isEqualTo("Ağ/1");
        assertThat(lines.getFirst().path("session_id").asLong()).isEqualTo(5);
        assertThat(lines.getLast().path("details")).isEqualTo(new ObjectMapper().readTree("""
                {"attempted_username": "nobody"}"""));
        assertThat(lines.getLast().fieldNames())
                .toIterable()
                .containsExactly("position", "id", "at", "type", "details");
        assertThat(lines.getLast().path("position").asLong())
                .isGreaterThan(lines.getFirst().path("position").asLong());
    }

    @Test
    void activitiesCanBeFilteredByUserAndType() throws IOException {
        append(Activity.by(user, ActivityType.LOGOUT, AT, Origin.operator()));
        append(Activity.by(new UserId(987_654), ActivityType.LOGOUT, AT, Origin.operator()));
        append(Activity.by(user, ActivityType.SIGN_UP, AT, Origin.operator()));

        assertThat(json(tail("--json", "--user", NAME)))
                .isNotEmpty()
                .allMatch(line -> line.path("actor").asText().equals(NAME));
        assertThat(json(tail("--json", "--type", "LOGOUT")))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.path("type").asText().equals("LOGOUT"));
        assertThat(json(tail("--json", "--user", NAME, "--type", "LOGOUT", "-n", "1")))
                .singleElement()
                .matches(line -> line.path("actor").asText().equals(NAME));
    }

    @Test
    void invalidArgumentsAreRefused() {
        assertThat(tail("--user", "nobody-at-all").error())
                .isEqualTo("There is no user named nobody-at-all." + System.lineSeparator());
        assertThat(tail("--user", "two words").error()).isEqualTo("Not a username: two words" + System.lineSeparator());
        assertThat(tail("--lines", "0").error()).contains("invalid choice: '0'");
        assertThat(tail("--lines", "1001").error()).contains("invalid choice: '1001'");
        assertThat(tail("--type", "GOSSIP").error()).contains("GOSSIP");
    }

    @Test
    void controlCharactersFromClientsAreReplaced() throws IOException {
        String evil = "\u001b[31m\r\n\u009b2J\u202egnp\u2028\u2066\u007f\0\u0007end";
        append(Activity.loginOfUnknownUser(evil, AT, from(evil, evil)));

        String table = tail("--lines", "1").out();
        String json = tail("--lines", "1", "--json").out();

        assertThat(Stream.of(table, json).flatMap(String::lines))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
        assertThat(table).contains("?[31m???2J?gnp???\uFFFD?end");
        assertThat(new ObjectMapper().readTree(json).path("address").asText())
                .startsWith("\uFFFD[31m\uFFFD\uFFFD\uFFFD2J");
    }

    @Test
    void followPrintsNewActivitiesUntilInterrupted() throws Exception {
        append(Activity.by(user, ActivityType.UN_BLOCK, AT, Origin.operator()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompletableFuture<CommandRun> typed = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .start(() -> typed.complete(CommandRun.to(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        out,
                        "",
                        tailed("--follow", "--json", "--type", "UN_BLOCK", "--lines", "1"))));
        await().until(() -> linesIn(out) == 1);

        append(Activity.by(new UserId(987_654), ActivityType.LOGOUT, AT, Origin.operator()));
        append(Activity.by(new UserId(987_654), ActivityType.UN_BLOCK, AT, Origin.operator()));
        await().until(() -> linesIn(out) == 2);
        append(Activity.by(user, ActivityType.UN_BLOCK, AT, Origin.operator()));
        await().until(() -> linesIn(out) == 3);
        thread.interrupt();
        thread.join();

        assertThat(typed.join().failure()).isEmpty();
        assertThat(json(typed.join()).stream().map(line -> line.path("actor_id").asLong()))
                .containsExactly(user.value(), 987_654L, user.value());
    }

    @Test
    void followEndsWhenItsOutputIsClosed() throws Exception {
        append(Activity.by(user, ActivityType.VALID_LOGIN, AT, Origin.operator()));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        AtomicReference<Boolean> gone = new AtomicReference<>(false);
        CompletableFuture<CommandRun> typed = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .start(() -> typed.complete(CommandRun.to(
                        new PrintStream(pipe(read, gone), true, StandardCharsets.UTF_8), read, "", tailed("-f"))));
        await().until(() -> read.size() > 0);

        gone.set(true);
        append(Activity.by(user, ActivityType.VALID_LOGIN, AT, Origin.operator()));
        thread.join();

        assertThat(typed.join().failure()).isPresent();
        assertThat(typed.join().error())
                .isEqualTo("Expected a reader on standard output, found none." + System.lineSeparator());
    }

    private static OutputStream pipe(ByteArrayOutputStream read, AtomicReference<Boolean> gone) {
        return new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                if (gone.get()) {
                    throw new IOException("broken pipe");
                }
                read.write(next);
            }
        };
    }

    private static long linesIn(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().count();
    }

    private static List<JsonNode> json(CommandRun typed) {
        ObjectMapper mapper = new ObjectMapper();
        return typed.out()
                .lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    private static CommandRun tail(String... options) {
        return CommandRun.line(tailed(options));
    }

    private static String[] tailed(String... options) {
        return Stream.concat(Stream.of("activity", "tail", "--config", configuration), Arrays.stream(options))
                .toArray(String[]::new);
    }

    private static Origin from(String address, String userAgent) {
        return new Origin(Optional.of(address), Optional.of(userAgent), Optional.of(new SessionId(5)));
    }

    private static ActivityId append(Activity activity) {
        ActivityId id = new ActivityId(UUID.randomUUID());
        log.append(List.of(new RecordedActivity(id, activity)));
        return id;
    }
}
