package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.Pools;
import dev.parley.bootstrap.store.StoreAccess;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import org.jdbi.v3.core.Jdbi;

/** JDBI as Dropwizard makes it: every statement is timed under {@code /metrics}. */
final class DropwizardJdbiModule extends AbstractModule {

    private final Environment environment;

    DropwizardJdbiModule(Environment environment) {
        this.environment = environment;
    }

    @Provides
    @Singleton
    @StateDatabase
    Jdbi state(@StateDatabase ManagedDataSource dataSource, StoreAccess access, ParleyConfiguration configuration) {
        return build(Pools.shared(access.state(), configuration.getDatabase()), dataSource, "database");
    }

    @Provides
    @Singleton
    @SendingConnection
    Jdbi sending(
            @SendingConnection ManagedDataSource dataSource, StoreAccess access, ParleyConfiguration configuration) {
        return build(Pools.single(access.state(), configuration.getDatabase()), dataSource, "sending");
    }

    @Provides
    @Singleton
    @LogDatabase
    Jdbi log(@LogDatabase ManagedDataSource dataSource, StoreAccess access, ParleyConfiguration configuration) {
        return build(Pools.shared(access.log(), configuration.getActivityDatabase()), dataSource, "log-store");
    }

    private Jdbi build(DataSourceFactory factory, ManagedDataSource dataSource, String name) {
        // Its health check goes under a name that no probe is configured for, and away: ours says more (HealthChecks).
        String unprobed = name + "-jdbi";
        Jdbi jdbi = new JdbiFactory().build(environment, factory, dataSource, unprobed);
        environment.healthChecks().unregister(unprobed);
        return jdbi;
    }
}
