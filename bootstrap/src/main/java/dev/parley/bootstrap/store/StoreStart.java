package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.DurabilityCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What must be true of the stores before the service starts on them. */
public final class StoreStart {

    /** {@code uuidv7()} came with it, and the outbox is ordered by that. */
    private static final int OLDEST_SERVER = 18;

    private StoreStart() {}

    /** @throws StoreStartException with one line, if a store cannot be reached, is too old, or would forget what it acknowledged */
    public static void require(StoreAccess access) {
        require("database", access.state());
        require("activityDatabase", access.log());
    }

    private static void require(String store, DatabaseAccess access) {
        DriverManager.setLoginTimeout(10);
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new StoreStartException("%s is PostgreSQL %d; Parley needs %d or later: %s"
                        .formatted(store, version, OLDEST_SERVER, access.address()));
            }
            DurabilityCheck.requireDurable(connection);
        } catch (SQLException e) {
            throw new StoreStartException(
                    "%s cannot be reached at %s as user \"%s\": %s"
                            .formatted(store, access.address(), access.user(), firstLine(e)),
                    e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
    }
}
