package dev.parley.bootstrap.wiring;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.Pools;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.store.StoreServer;
import dev.parley.bootstrap.store.StoreStart;
import io.dropwizard.db.ManagedDataSource;
import java.time.Clock;

/** Connections to both stores, once they are fit to be used. */
final class PoolsModule extends AbstractModule {

    private final SchemaPolicy schemaPolicy;
    private final MetricRegistry metrics;

    PoolsModule(SchemaPolicy schemaPolicy, MetricRegistry metrics) {
        this.schemaPolicy = schemaPolicy;
        this.metrics = metrics;
    }

    @Provides
    @Singleton
    StoreAccess access(StoreServer server, Clock clock) {
        StoreAccess access = server.access();
        StoreStart.require(access, clock);
        schemaPolicy.prepare(server);
        return access;
    }

    @Provides
    @Singleton
    @StateDatabase
    ManagedDataSource state(StoreAccess access, ParleyConfiguration configuration, ResourceStack resources) {
        return closedWith(
                resources, Pools.open(Pools.shared(access.state(), configuration.getDatabase()), metrics, "database"));
    }

    @Provides
    @Singleton
    @SendingConnection
    ManagedDataSource sending(StoreAccess access, ParleyConfiguration configuration, ResourceStack resources) {
        return closedWith(
                resources, Pools.open(Pools.single(access.state(), configuration.getDatabase()), metrics, "sending"));
    }

    @Provides
    @Singleton
    @LogDatabase
    ManagedDataSource log(StoreAccess access, ParleyConfiguration configuration, ResourceStack resources) {
        return closedWith(
                resources,
                Pools.open(Pools.shared(access.log(), configuration.getActivityDatabase()), metrics, "log-store"));
    }

    private static ManagedDataSource closedWith(ResourceStack resources, ManagedDataSource dataSource) {
        resources.add(dataSource::stop);
        return dataSource;
    }
}
