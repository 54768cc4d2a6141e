package dev.parley.bootstrap.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Refuses a PostgreSQL server that would forget acknowledged messages in a crash. */
public final class DurabilityCheck {

    private static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurabilityCheck() {}

    /**
     * Reads the settings of this connection. Every value of {@code synchronous_commit} except {@code off} passes: all of them
     * wait for the local disk.
     *
     * @throws NotDurableException if a setting is off; the message names server and settings
     * @throws SQLException if the server does not answer
     */
    public static void requireDurable(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        for (String setting : REQUIRED) {
            if (show(connection, setting).equals("off")) {
                off.add(setting);
            }
        }
        if (!off.isEmpty()) {
            throw new NotDurableException(
                    DatabaseAccess.withoutParameters(connection.getMetaData().getURL()), off);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
