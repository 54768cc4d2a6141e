package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.bootstrap.store.TestStores;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure of a command, and the one line that it prints. */
final class FailureLineTest {

    @RegisterExtension
    static final PostgresExtension FORGETFUL = new PostgresExtension();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check"})
    void invalidConfigurationNamesTheKey(String command) throws IOException {
        Path file = changed("batch: 500", "batch: 0");

        assertThat(onlyLine(CommandRun.line(command, file.toString())))
                .startsWith("The configuration is not valid: " + file)
                .contains("relay.batch ");
    }

    @ParameterizedTest
    @CsvSource({"lockTimeout: 2s, lockTimeout: soon, lockTimeout", "level: INFO, levl: INFO, levl"})
    void unreadableFileNamesTheKey(String right, String wrong, String key) throws IOException {
        Path file = changed(right, wrong);

        assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                .startsWith("The configuration is not valid: " + file)
                .contains(key);
    }

    @Test
    void exposedAdminPortIsRefused() throws IOException {
        Path file = changed("${PARLEY_ADMIN_BIND_HOST:-127.0.0.1}", "::");

        assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                .startsWith("The configuration is not valid: " + file)
                .matches(".*the admin port .* loopback only.*PARLEY_ADMIN_OPEN=true.*");
    }

    @Test
    void fileInPlaceOfTheDataDirectoryIsNamed() throws IOException {
        Path data = Files.writeString(directory.toRealPath().resolve("data"), "");
        Path file = CommandRun.configuration(directory, data);

        assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                .startsWith("The data directory ")
                .contains(data.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check"})
    void invalidYamlNamesThePositionWithoutTheText(String command) throws IOException {
        Path file = changed("password: '${PARLEY_DATABASE_PASSWORD:-}'", "password: 'c4nary's'");

        assertThat(onlyLine(CommandRun.line(command, file.toString())))
                .startsWith("The configuration is not valid: " + file)
                .matches(".* Malformed YAML at line: \\d+, column: \\d+")
                .doesNotContain("c4nary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check"})
    void missingFileIsNamed(String command) {
        assertThat(onlyLine(CommandRun.line(command, "/nowhere/config.yml")))
                .startsWith("The configuration file cannot be read: ")
                .contains("/nowhere/config.yml");
    }

    @Test
    void missingFileOfAnOperatorIsNamed() {
        assertThat(onlyLine(CommandRun.line("activity", "tail", "--config", "/nowhere/config.yml")))
                .startsWith("The configuration file cannot be read: ")
                .contains("/nowhere/config.yml");
    }

    @Test
    void portInUseIsNamedWithAdvice() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = external(
                    TestStores.access().state().jdbcUrl(),
                    TestStores.access().log().jdbcUrl());
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace(
                                    "port: 0\n      bindHost: '${PARLEY_BIND_HOST:-0.0.0.0}'",
                                    "port: " + taken.getLocalPort() + "\n      bindHost: 127.0.0.1"));

            assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                    .startsWith("The service cannot listen: ")
                    .contains(Integer.toString(taken.getLocalPort()))
                    .endsWith("PARLEY_PORT and PARLEY_ADMIN_PORT choose other ports.");
        }
    }

    @Test
    void dataDirectoryInUseIsNamed() throws IOException {
        Path file = CommandRun.configuration(directory);

        assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                .isEqualTo("The data directory " + TestStores.dataDirectory()
                        + " is already in use by another Parley server, process "
                        + ProcessHandle.current().pid());
    }

    @Test
    void serverWithoutDurabilityIsNamed() throws IOException {
        Path file = external(
                FORGETFUL.url(PostgresExtension.APP, PostgresExtension.STATE) + "&password=s3cret",
                FORGETFUL.url(PostgresExtension.RELAY, PostgresExtension.LOG));

        assertThat(onlyLine(CommandRun.line("serve", file.toString())))
                .startsWith("PostgreSQL at jdbc:postgresql://localhost")
                .contains("/parley would lose acknowledged messages in a crash: switch on fsync")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "activity", "db"})
    void unreachableDatabaseIsNamedWithoutItsPassword(String command) throws IOException {
        int unusedPort = freePort();
        Path file = external(
                "jdbc:postgresql://127.0.0.1:" + unusedPort + "/parley?password=s3cret",
                "jdbc:postgresql://127.0.0.1:" + unusedPort + "/parley_activity");

        CommandRun typed = switch (command) {
            case "serve" -> CommandRun.line("serve", file.toString());
            case "db" -> CommandRun.line("db", "status", file.toString());
            default -> CommandRun.line("activity", "tail", "--config", file.toString());
        };

        assertThat(onlyLine(typed))
                .contains("database", "127.0.0.1:" + unusedPort, "refused")
                .doesNotContain("s3cret");
    }

    @Test
    void unavailableDependencyIsNamedWithItsReason() {
        IOException broken = new IOException("connection\n  refused ");

        assertThat(FailureLine.of(new UnavailableException(Dependency.STATE_STORE, broken)))
                .isEqualTo("STATE_STORE is unavailable: connection refused");
        assertThat(FailureLine.of(new UnavailableException(Dependency.LOG_STORE)))
                .isEqualTo("LOG_STORE is unavailable");
    }

    @Test
    void onlyUnknownFailuresHaveAStackTrace() {
        StringWriter known = new StringWriter();
        FailureLine.print(new PrintWriter(known), new IllegalStateException(new OperatorException("No such thing.")));
        StringWriter unknown = new StringWriter();
        FailureLine.print(new PrintWriter(unknown), new IllegalStateException("a bug"));

        assertThat(known.toString().lines()).containsExactly("No such thing.");
        assertThat(unknown.toString().lines().limit(1)).containsExactly("IllegalStateException: a bug");
        assertThat(unknown.toString()).contains("at dev.parley.bootstrap.command.FailureLineTest");
    }

    @Test
    void unknownFailureIsNamedByItsRootCause() {
        assertThat(FailureLine.of(new IllegalStateException("outer", new IOException("disk\nfull"))))
                .isEqualTo("IOException: disk full");
        assertThat(FailureLine.of(new IllegalStateException())).isEqualTo("IllegalStateException: null");
    }

    @Test
    void cyclicCausesAreCut() {
        IOException inner = new IOException("one");
        UncheckedIOException one = new UncheckedIOException(inner);
        inner.initCause(one);

        assertThat(FailureLine.of(one)).contains("IOException: ");
    }

    private static String onlyLine(CommandRun typed) {
        assertThat(typed.failure()).isPresent();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.error().lines()).hasSize(1);
        return typed.error().strip();
    }

    private Path changed(String right, String wrong) throws IOException {
        Path file = CommandRun.configuration(directory);
        return Files.writeString(file, Files.readString(file).replace(right, wrong));
    }

    private Path external(String state, String log) throws IOException {
        Path file = CommandRun.configuration(directory);
        return Files.writeString(
                file,
                Files.readString(file)
                        .replace("${PARLEY_DATABASE_URL:-}", state)
                        .replace(
                                "${PARLEY_DATABASE_USER:-}",
                                TestStores.access().state().user())
                        .replace(
                                "${PARLEY_DATABASE_PASSWORD:-}",
                                TestStores.access().state().password())
                        .replace("${PARLEY_ACTIVITY_DATABASE_URL:-}", log)
                        .replace(
                                "${PARLEY_ACTIVITY_DATABASE_USER:-}",
                                TestStores.access().log().user())
                        .replace(
                                "${PARLEY_ACTIVITY_DATABASE_PASSWORD:-}",
                                TestStores.access().log().password()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
