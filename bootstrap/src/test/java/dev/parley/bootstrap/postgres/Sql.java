package dev.parley.bootstrap.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL statements of the tests, each in its own transaction. */
final class Sql {

    private Sql() {}

    static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    static void execute(DatabaseAccess access, String statement) throws SQLException {
        try (Connection connection = connect(access)) {
            execute(connection, statement);
        }
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    static String ask(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = connect(access);
                Statement running = connection.createStatement();
                ResultSet rows = running.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
