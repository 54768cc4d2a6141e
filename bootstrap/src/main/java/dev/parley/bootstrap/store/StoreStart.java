package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.DurabilityCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;

/** What must be true of the stores before the service starts on them. */
public final class StoreStart {

    /** {@code uuidv7()} came with it, and the outbox is ordered by that. */
    private static final int OLDEST_SERVER = 18;

    private StoreStart() {}

    /**
     * @param clock of this node, which is compared with the clock of the state database; by that of the log store nothing is
     *     decided
     * @throws StoreStartException with one line, if a store cannot be reached, is too old, or would forget what it
     *     acknowledged, or if the clocks differ
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
