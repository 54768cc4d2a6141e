package dev.parley.bootstrap.store;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.jdbi3.InstrumentedSqlLogger;
import com.codahale.metrics.jdbi3.strategies.SmartNameStrategy;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.lifecycle.StartedParts;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Both databases of a process, ready to use, and its connection pools.
 *
 * @param state pool for the state database
 * @param sending pool with one connection to the state database, for the free lane of sends only
 * @param log pool for the activity database
 * @param metrics has the time of every statement
 */
public record Stores(
        StoreAccess access,
        ManagedDataSource state,
        ManagedDataSource sending,
        ManagedDataSource log,
        MetricRegistry metrics) {

    /**
     * Checks the databases, applies the schema policy, and opens the pools.
     *
     * @param parts get the pools
     * @throws StoreStartException if a database cannot be used
     * @throws SchemaException if a schema does not fit this build
     */
    public static Stores open(
            StoreServer server,
            SchemaPolicy schemas,
            ParleyConfiguration configuration,
            MetricRegistry metrics,
            Clock clock,
            StartedParts parts) {
        StoreAccess access = server.access();
        StoreStart.require(access, clock);
        schemas.prepare(server);
        return new Stores(
                access,
                pool("database", Pools.shared(access.state(), configuration.getDatabase()), metrics, parts),
                pool("sending", Pools.single(access.state(), configuration.getDatabase()), metrics, parts),
                pool("log-store", Pools.shared(access.log(), configuration.getActivityDatabase()), metrics, parts),
                metrics);
    }

    private static ManagedDataSource pool(
            String name, DataSourceFactory settings, MetricRegistry metrics, StartedParts parts) {
        ManagedDataSource pool = Pools.open(settings, metrics, name);
        parts.start("pool " + name, pool);
        return pool;
    }

    /** @return measures every statement under {@code /metrics} */
    public Jdbi jdbi(DataSource pool) {
        return Jdbi.create(pool).setSqlLogger(new InstrumentedSqlLogger(metrics, new SmartNameStrategy()));
    }
}
