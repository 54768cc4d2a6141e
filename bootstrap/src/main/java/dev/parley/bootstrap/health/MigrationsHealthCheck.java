package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.annotation.Async;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.SchemaException;
import java.util.List;

/** Whether a store's schema is the one that this build was written for. Looked at once a minute: it costs something. */
@Async(period = 60, initialDelay = 0)
public final class MigrationsHealthCheck extends HealthCheck {

    private final Schema schema;

    public MigrationsHealthCheck(Schema schema) {
        this.schema = schema;
    }

    @Override
    protected Result check() {
        try {
            List<String> pending = schema.pending();
            return pending.isEmpty()
                    ? Result.healthy("the schema of %s is up to date", schema.store())
                    : Result.unhealthy(
                            "%d migration(s) of %s are pending, first %s: run ./parley db migrate",
                            pending.size(), schema.store(), pending.getFirst());
        } catch (SchemaException e) {
            return Result.builder()
                    .unhealthy()
                    .withMessage("%s", e.getMessage())
                    .build();
        }
    }
}
