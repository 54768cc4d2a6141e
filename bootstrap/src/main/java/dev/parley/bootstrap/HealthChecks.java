package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import dev.parley.bootstrap.health.ClockHealthCheck;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.health.CommitHealthCheck;
import dev.parley.bootstrap.health.MigrationsHealthCheck;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.health.StoreHealthCheck;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.store.Stores;

/** The checks of {@code /healthcheck}, each by its name. Some of them also decide {@code /ready} (config.yml). */
final class HealthChecks {

    /** The number of checks that wait for a database, each in a thread of the registry. */
    static final int IN_BACKGROUND = 4;

    private HealthChecks() {}

    /** Removes all checks before their databases close: a failed check would be logged as an error. */
    static void withdraw(HealthCheckRegistry registry) {
        registry.getNames().forEach(registry::unregister);
    }

    static void register(HealthCheckRegistry registry, Injector injector) {
        StoreAccess access = injector.getInstance(StoreAccess.class);
        registry.register("database", new CommitHealthCheck(injector.getInstance(CommitCanary.class)));
        registry.register("clock", new ClockHealthCheck(injector.getInstance(CommitCanary.class)));
        registry.register(
                "log-store",
                new StoreHealthCheck(
                        "log store", injector.getInstance(Stores.class).log()));
        registry.register("migrations", new MigrationsHealthCheck(Schema.ofState(access)));
        registry.register("log-store-migrations", new MigrationsHealthCheck(Schema.ofLog(access)));
        registry.register("relay", injector.getInstance(RelayHealthCheck.class));
    }
}
