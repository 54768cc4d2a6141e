package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.annotation.Async;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.SchemaException;
import dev.parley.bootstrap.store.SchemaState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the schema of a database fits this build. Runs once a minute, because it parses the change log. */
@Async(period = 60, initialDelay = 0, healthyTtl = 180)
public final class MigrationsHealthCheck extends HealthCheck {

    private final Schema schema;

    public MigrationsHealthCheck(Schema schema) {
        this.schema = schema;
    }

    @Override
    protected Result check() {
        try {
            SchemaState state = schema.state();
            List<String> pending = state.pending();
            if (state.isNewer()) {
                return unhealthy(schema.newer(state));
            }
            return pending.isEmpty()
                    ? Result.healthy("the schema of %s is up to date", schema.store())
                    : Result.unhealthy(
                            "%d migration(s) of %s are pending, first %s: run ./parley db migrate",
                            pending.size(), schema.store(), pending.getFirst());
        } catch (SchemaException e) {
            return unhealthy(e.getMessage());
        }
    }

    private static Result unhealthy(@Nullable String message) {
        return Result.builder().unhealthy().withMessage("%s", message).build();
    }
}
