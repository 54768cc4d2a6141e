package dev.parley.bootstrap.store;

import com.codahale.metrics.MetricRegistry;
import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;

/** The settings of the connection pools. */
public final class Pools {

    private Pools() {}

    /** A pool with bounded waits, and with time-outs that the database enforces. */
    public static DataSourceFactory shared(DatabaseAccess access, StoreConfiguration store) {
        DataSourceFactory factory = basic(access, store.socketTimeout());
        factory.setMinSize(Math.min(2, store.maxConnections()));
        factory.setInitialSize(0);
        factory.setMaxSize(store.maxConnections());
        factory.setMaxWaitForConnection(store.maxWaitForConnection());
        // A connection that broke while idle must not fail the next request.
        factory.setCheckConnectionOnBorrow(true);
        // By the driver, not by a query: over a silent link the time-out of a query waits for the link too.
        factory.setValidationQuery(null);
        factory.setValidationInterval(Duration.seconds(1));
        factory.setValidationQueryTimeout(Duration.seconds(2));
        factory.getProperties().put("options", timeouts(store));
        return factory;
    }

    /** The same with one connection, which is replaced when it breaks. */
    public static DataSourceFactory single(DatabaseAccess access, StoreConfiguration store) {
        DataSourceFactory factory = shared(access, store);
        factory.setMinSize(1);
        factory.setMaxSize(1);
        return factory;
    }

    /**
     * Creates a pool. Its statements and rows are the driver's own: Tomcat's pool would wrap each in a proxy, which calls every
     * getter of every row by reflection. JDBI closes its statements itself.
     */
    public static ManagedDataSource open(DataSourceFactory factory, MetricRegistry metrics, String name) {
        ManagedDataSource dataSource = factory.build(metrics, name);
        if (dataSource instanceof DataSourceProxy pool) {
            pool.setUseStatementFacade(false);
        }
        return dataSource;
    }

    /** One connection without time-outs, because a migration may take long. */
    public static DataSourceFactory forMigrations(DatabaseAccess access) {
        DataSourceFactory factory = basic(access, Duration.seconds(0));
        factory.setMinSize(1);
        factory.setInitialSize(1);
        factory.setMaxSize(1);
        return factory;
    }

    /** A connection outside the pools, with a time-out for a silent server. */
    static Connection connect(DatabaseAccess access) throws SQLException {
        Properties settings = new Properties();
        settings.putAll(basic(access, Duration.seconds(10)).getProperties());
        settings.put("user", access.user());
        settings.put("password", access.password());
        return DriverManager.getConnection(access.jdbcUrl(), settings);
    }

    private static DataSourceFactory basic(DatabaseAccess access, Duration socketTimeout) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.postgresql.Driver");
        factory.setUrl(access.jdbcUrl());
        factory.setUser(access.user());
        factory.setPassword(access.password());
        Map<String, String> properties = new HashMap<>();
        properties.put("ApplicationName", "parley");
        properties.put("connectTimeout", "5");
        properties.put("loginTimeout", "5"); // for a server that accepts and does not answer
        properties.put("tcpKeepAlive", "true");
        properties.put("logServerErrorDetail", "false"); // the detail quotes rows, which have the content of messages
        properties.put("socketTimeout", Long.toString(socketTimeout.toSeconds()));
        factory.setProperties(properties);
        return factory;
    }

    /**
     * Requests read through indexes. PostgreSQL caches plans: one from the time when a table was small would read the whole table
     * later. With a generic plan, PostgreSQL does not plan a statement again for each use, which takes longer than a send.
     */
    private static final String PLANS = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
            + " -c plan_cache_mode=force_generic_plan";

    private static String timeouts(StoreConfiguration store) {
        // Not %d, which writes the digits of the locale. A unit of work reads again after it has its locks, which a
        // stricter default isolation would prevent.
        return "-c statement_timeout=" + store.statementTimeout().toMilliseconds()
                + " -c lock_timeout=" + store.lockTimeout().toMilliseconds()
                + " -c idle_in_transaction_session_timeout="
                + store.idleInTransactionTimeout().toMilliseconds()
                + " -c default_transaction_isolation=read\\ committed" + PLANS;
    }
}
