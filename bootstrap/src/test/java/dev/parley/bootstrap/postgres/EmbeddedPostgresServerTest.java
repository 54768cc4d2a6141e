package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One server, started for the first time on a directory that did not exist; the tests check it from all roles. */
final class EmbeddedPostgresServerTest {

    private static Path data;
    private static EmbeddedPostgresServer server;
    private static EmbeddedDatabases databases;

    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException, SQLException {
        data = temporary.toRealPath().resolve("data");
        server = EmbeddedPostgresServer.start(data);
        databases = server.databases();
        Sql.execute(databases.owner(), "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, line text)");
        Sql.execute(databases.owner(), "CREATE TABLE secret (line text)");
        Sql.execute(databases.owner(), "GRANT SELECT, INSERT ON note TO parley_app");
        Sql.execute(databases.activityOwner(), "CREATE TABLE activity (id bigint)");
        Sql.execute(databases.activityOwner(), "GRANT INSERT, SELECT ON activity TO parley_relay");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void appHasOnlyItsGrants() throws SQLException {
        Sql.execute(databases.app(), "INSERT INTO note (line) VALUES ('one')");
        assertThat(Sql.ask(databases.app(), "SELECT count(*) FROM note")).isEqualTo("1");
        assertThatDenied(() -> Sql.execute(databases.app(), "UPDATE note SET line = 'two'"));
        assertThatDenied(() -> Sql.execute(databases.app(), "DELETE FROM note"));
        assertThatDenied(() -> Sql.execute(databases.app(), "SELECT line FROM secret"));
    }

    @Test
    void appCannotCreateOrDrop() {
        assertThatDenied(() -> Sql.execute(databases.app(), "CREATE TABLE own (id bigint)"));
        assertThatDenied(() -> Sql.execute(databases.app(), "CREATE TEMPORARY TABLE own (id bigint)"));
        assertThatDenied(() -> Sql.execute(databases.app(), "CREATE SCHEMA own"));
        assertThatThrownBy(() -> Sql.execute(databases.app(), "DROP TABLE note"))
                .hasMessageContaining("must be owner");
        assertThatDenied(() -> Sql.execute(databases.app(), "TRUNCATE note"));
    }

    @Test
    void relayHasOnlyItsGrants() throws SQLException {
        Sql.execute(databases.activityRelay(), "INSERT INTO activity VALUES (1)");
        assertThatDenied(() -> Sql.execute(databases.activityRelay(), "UPDATE activity SET id = 2"));
        assertThatDenied(() -> Sql.execute(databases.activityRelay(), "DELETE FROM activity"));
        assertThatDenied(() -> Sql.execute(databases.activityRelay(), "CREATE TABLE own (id bigint)"));
        assertThatDenied(() -> Sql.execute(databases.activityRelay(), "CREATE TEMPORARY TABLE own (id bigint)"));
    }

    @Test
    void rolesCannotUseOtherDatabases() {
        assertThatRefused(new DatabaseAccess(
                databases.activityOwner().jdbcUrl(),
                databases.app().user(),
                databases.app().password()));
        assertThatRefused(new DatabaseAccess(
                databases.app().jdbcUrl(),
                databases.activityRelay().user(),
                databases.activityRelay().password()));
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatThrownBy(() -> Sql.connect(new DatabaseAccess(
                        databases.app().jdbcUrl(), databases.app().user(), "guess")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void connectionWithoutAPasswordIsRefused() throws IOException {
        assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))
                        .lines()
                        .filter(line -> line.startsWith("host")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(" 127.0.0.1/32 ").endsWith(" scram-sha-256"));
        for (String user : List.of(DatabaseCluster.SUPERUSER, DatabaseRoles.OWNER, DatabaseRoles.APP)) {
            DatabaseAccess access = new DatabaseAccess(databases.app().jdbcUrl(), user, "");
            assertThatThrownBy(() -> Sql.connect(access)).as(user).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void connectionFromOutsideIsRefused() throws SocketException {
        int port = URI.create(databases.app().jdbcUrl().substring("jdbc:".length()))
                .getPort();
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        assertThat(outside)
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                        .as(address.toString())
                        .isInstanceOf(IOException.class));
    }

    @Test
    void passwordsAreScramAndTheServerListensOnLoopbackOnly() throws SQLException {
        DatabaseAccess superuser = superuser();
        assertThat(Sql.ask(
                        superuser, "SELECT every(rolpassword LIKE 'SCRAM-SHA-256$%') FROM pg_authid WHERE rolcanlogin"))
                .isEqualTo("t");
        assertThat(Sql.ask(superuser, "SELECT every(auth_method = 'scram-sha-256') FROM pg_hba_file_rules"))
                .isEqualTo("t");
        assertThat(Sql.ask(superuser, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.ask(superuser, "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void sortOrderIsIndependentOfTheSystem() throws SQLException {
        assertThat(Sql.ask(
                        databases.app(),
                        "SELECT concat_ws(' ', datlocprovider, datlocale) FROM pg_database WHERE datname = 'parley'"))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAreReadableByTheOwnerOnly() throws IOException {
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("postgres/parley-credentials.properties")))
                .isEqualTo("rw-------");
    }

    @Test
    void secondServerOnTheDirectoryIsRefused() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedPostgresServer.start(data))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessage("The data directory " + data + " is already in use by another Parley server, process "
                            + ProcessHandle.current().pid());
        }
        assertThat(data.resolve("parley.lock"))
                .hasContent(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void runningServerIsFound() {
        assertThat(EmbeddedPostgresServer.databasesOfRunning(data)).contains(databases);
        assertThat(EmbeddedPostgresServer.databasesOfRunning(data.resolveSibling("elsewhere")))
                .isEmpty();
    }

    @Test
    void logIsWrittenToTheDataDirectory() {
        assertThat(data.resolve("postgres/log")).isDirectoryContaining("glob:**/postgresql-*.log");
    }

    @Test
    void durabilityIsConfirmed() throws SQLException {
        try (Connection connection = Sql.connect(databases.app())) {
            assertThatCode(() -> DurabilityCheck.requireDurable(connection)).doesNotThrowAnyException();
            Sql.execute(connection, "SET synchronous_commit = 'remote_apply'");
            assertThatCode(() -> DurabilityCheck.requireDurable(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void missingDurabilityIsNamed() throws SQLException {
        try (Connection connection = Sql.connect(databases.app())) {
            Sql.execute(connection, "SET synchronous_commit = 'off'");
            assertThatThrownBy(() -> DurabilityCheck.requireDurable(connection))
                    .isInstanceOf(NotDurableException.class)
                    .hasMessage("PostgreSQL at " + databases.app().jdbcUrl()
                            + " would lose acknowledged messages in a crash: switch on synchronous_commit")
                    .hasMessageNotContaining(databases.app().password());
        }
    }

    @Test
    void textsHidePasswords() {
        assertThat(databases.toString())
                .contains("parley_app", "redacted")
                .doesNotContain(databases.app().password(), databases.owner().password());
        assertThat(Credentials.readFrom(data.resolve("postgres"))).hasToString("Credentials[redacted]");
    }

    private static DatabaseAccess superuser() {
        return new DatabaseAccess(
                databases.owner().jdbcUrl(),
                DatabaseCluster.SUPERUSER,
                Credentials.readFrom(data.resolve("postgres")).superuser());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertThatDenied(ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
    }

    private static void assertThatRefused(DatabaseAccess access) {
        assertThatThrownBy(() -> Sql.connect(access))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry");
    }
}
