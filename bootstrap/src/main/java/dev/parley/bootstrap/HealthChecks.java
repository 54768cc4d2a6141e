package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.health.MigrationsHealthCheck;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.health.StoreHealthCheck;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.wiring.LogDatabase;
import dev.parley.bootstrap.wiring.StateDatabase;
import io.dropwizard.db.ManagedDataSource;
import java.time.Clock;

/** The checks of {@code /healthcheck}, each by its name. Some of them also decide {@code /ready} (config.yml). */
final class HealthChecks {

    private HealthChecks() {}

    /** Stops looking at what is about to be closed: that it does not answer would be logged as an error. */
    static void withdraw(HealthCheckRegistry registry) {
        registry.getNames().forEach(registry::unregister);
    }

    static void register(HealthCheckRegistry registry, Injector injector) {
        StoreAccess access = injector.getInstance(StoreAccess.class);
        registry.register(
                "database",
                new StoreHealthCheck(
                        "database", injector.getInstance(Key.get(ManagedDataSource.class, StateDatabase.class))));
        registry.register(
                "log-store",
                new StoreHealthCheck(
                        "log store", injector.getInstance(Key.get(ManagedDataSource.class, LogDatabase.class))));
        registry.register("migrations", new MigrationsHealthCheck(Schema.ofState(access)));
        registry.register("log-store-migrations", new MigrationsHealthCheck(Schema.ofLog(access)));
        registry.register(
                "relay",
                new RelayHealthCheck(
                        injector.getInstance(ActivityOutbox.class),
                        injector.getInstance(RelayLoop.class),
                        injector.getInstance(ParleyConfiguration.class)
                                .getRelay()
                                .maxLag()
                                .toJavaDuration(),
                        injector.getInstance(Clock.class)));
    }
}
