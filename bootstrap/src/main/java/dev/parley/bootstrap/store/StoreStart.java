package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.DurabilityCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;

/** Checks both databases before the service uses them. */
public final class StoreStart {

    /** The first with {@code uuidv7()}, which orders the outbox. */
    private static final int OLDEST_SERVER = 18;

    private StoreStart() {}

    /**
     * @param clock of this node, which is compared with the clock of the state database only
     * @throws StoreStartException with one line, if a database cannot be reached, is too old or not durable, or if the clocks
     *     differ
     */
    public static void require(StoreAccess access, Clock clock) {
        require("database", access.state(), connection -> requireSameTime(connection, clock));
        require("activityDatabase", access.log(), connection -> {});
    }

    private static void require(String store, DatabaseAccess access, Requirement more) {
        DriverManager.setLoginTimeout(10);
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new StoreStartException("%s is PostgreSQL %d; Parley needs %d or later: %s"
                        .formatted(store, version, OLDEST_SERVER, access.address()));
            }
            DurabilityCheck.requireDurable(connection);
            more.of(connection);
        } catch (SQLException e) {
            throw new StoreStartException(
                    "%s cannot be reached at %s as user \"%s\": %s"
                            .formatted(store, access.address(), access.user(), firstLine(e)),
                    e);
        }
    }

    private static void requireSameTime(Connection connection, Clock clock) throws SQLException {
        try (PreparedStatement time = connection.prepareStatement("SELECT clock_timestamp()")) {
            ClockSkew skew = ClockSkew.read(time, clock);
            if (!skew.isTolerable()) {
                throw new StoreStartException("%s; they may differ by %d s: set the clock of this node (NTP)"
                        .formatted(skew.text(), ClockSkew.TOLERANCE.toSeconds()));
            }
        }
    }

    @FunctionalInterface
    private interface Requirement {
        void of(Connection connection) throws SQLException;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
    }
}
