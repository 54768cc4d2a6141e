package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.annotation.Async;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether a database answers. Runs in the background. */
@Async(period = 5, healthyTtl = 15, scheduleType = Async.ScheduleType.FIXED_DELAY)
public final class StoreHealthCheck extends HealthCheck {

    private static final int TIMEOUT_SECONDS = 2;

    private final String store;
    private final DataSource dataSource;

    /** @param store its name in messages */
    public StoreHealthCheck(String store, DataSource dataSource) {
        this.store = store;
        this.dataSource = dataSource;
    }

    @Override
    protected Result check() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS)
                    ? Result.healthy("the %s answers", store)
                    : Result.unhealthy("the %s does not answer within %d s", store, TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return Result.builder()
                    .unhealthy()
                    .withMessage("the %s cannot be reached: %s", store, firstLine(e))
                    .build();
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
    }
}
