package dev.parley.bootstrap.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * The databases and roles of the service. Creation can be repeated: it adds what is missing after a crash.
 */
final class DatabaseRoles {

    static final String STATE = "parley";
    static final String ACTIVITY = "parley_activity";
    static final String OWNER = "parley_owner";
    static final String APP = "parley_app";
    static final String RELAY = "parley_relay";

    private final int port;
    private final Credentials credentials;

    DatabaseRoles(int port, Credentials credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    void ensure() throws SQLException {
        try (Connection connection = connect("postgres")) {
            DurabilityCheck.requireDurable(connection);
            ensureRoles(connection);
            ensureDatabases(connection);
        }
        ensurePrivileges(STATE, """
                REVOKE ALL ON DATABASE parley FROM PUBLIC;
                GRANT CONNECT ON DATABASE parley TO parley_app;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE parley_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                GRANT USAGE ON SCHEMA public TO parley_app;
                """);
        ensurePrivileges(ACTIVITY, """
                REVOKE ALL ON DATABASE parley_activity FROM PUBLIC;
                GRANT CONNECT ON DATABASE parley_activity TO parley_relay;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE parley_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                GRANT USAGE ON SCHEMA public TO parley_relay;
                """);
    }

    private void ensureRoles(Connection connection) throws SQLException {
        Set<String> roles = names(connection, "SELECT rolname FROM pg_authid");
        Set<String> complete = names(connection, "SELECT rolname FROM pg_authid WHERE rolpassword IS NOT NULL");
        ensureRole(connection, OWNER, credentials.owner(), roles, complete);
        ensureRole(connection, APP, credentials.app(), roles, complete);
        ensureRole(connection, RELAY, credentials.relay(), roles, complete);
    }

    private static void ensureRole(
            Connection connection, String role, String password, Set<String> roles, Set<String> complete)
            throws SQLException {
        if (!roles.contains(role)) {
            execute(connection, "CREATE ROLE " + role + " LOGIN");
        }
        if (!complete.contains(role)) {
            // hashed by the driver: the server and its log never see the password
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
        }
    }

    private static void ensureDatabases(Connection connection) throws SQLException {
        Set<String> databases = names(connection, "SELECT datname FROM pg_database");
        for (String database : Set.of(STATE, ACTIVITY)) {
            if (!databases.contains(database)) {
                execute(connection, "CREATE DATABASE " + database + " OWNER " + OWNER);
            }
        }
    }

    private void ensurePrivileges(String database, String statements) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            execute(connection, statements);
            connection.commit();
        }
    }

    private Connection connect(String database) throws SQLException {
        DatabaseAccess access =
                EmbeddedDatabases.access(port, database, DatabaseCluster.SUPERUSER, credentials.superuser());
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
