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

/** How connections are made and shared, as settings of Dropwizard's pool. */
public final class Pools {

    private Pools() {}

    /** A pool that requests share: bounded waits, and time-outs that the database enforces. */
    public static DataSourceFactory shared(DatabaseAccess access, StoreConfiguration store) {
        DataSourceFactory factory = basic(access, store.socketTimeout());
        factory.setMinSize(Math.min(2, store.maxConnections()));
        factory.setInitialSize(0);
        factory.setMaxSize(store.maxConnections());
        factory.setMaxWaitForConnection(store.maxWaitForConnection());
        // A connection that broke while it lay idle must not fail the request that borrows it next.
        factory.setCheckConnectionOnBorrow(true);
        // By the driver and not by a query: behind a link that went silent a query's time-out waits for the link, too.
        factory.setValidationQuery(null);
        factory.setValidationInterval(Duration.seconds(1));
        factory.setValidationQueryTimeout(Duration.seconds(2));
        factory.getProperties().put("options", timeouts(store));
        return factory;
    }

    /** The same with one connection, which is made anew when it breaks. */
    public static DataSourceFactory single(DatabaseAccess access, StoreConfiguration store) {
        DataSourceFactory factory = shared(access, store);
        factory.setMinSize(1);
        factory.setMaxSize(1);
        return factory;
    }

    /**
     * The pool that has the settings. Its statements and rows are the driver's own: Tomcat's pool would put a proxy before each,
     * which calls every getter of every row by reflection, to know what is closed. JDBI closes what it opens.
     */
    public static ManagedDataSource open(DataSourceFactory factory, MetricRegistry metrics, String name) {
        ManagedDataSource dataSource = factory.build(metrics, name);
        if (dataSource instanceof DataSourceProxy pool) {
            pool.setUseStatementFacade(false);
        }
        return dataSource;
    }

    /** One connection at a time, without time-outs: a migration takes as long as it takes. */
    public static DataSourceFactory forMigrations(DatabaseAccess access) {
        DataSourceFactory factory = basic(access, Duration.seconds(0));
        factory.setMinSize(1);
        factory.setInitialSize(1);
        factory.setMaxSize(1);
        return factory;
    }

    /** A connection outside the pools, which is given up when the server falls silent. */
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
        properties.put("loginTimeout", "5"); // a server that accepts and says nothing
        properties.put("tcpKeepAlive", "true");
        properties.put("logServerErrorDetail", "false"); // the detail quotes rows, and rows hold what people wrote
        properties.put("socketTimeout", Long.toString(socketTimeout.toSeconds()));
        factory.setProperties(properties);
        return factory;
    }

    /**
     * What requests ask for is found by an index, row by row, however much there is. A plan is kept for long, though, and
     * one that was made while a table was small would read all of it ever after: sends got ten times as dear. And it is kept
     * whatever the parameters: planning a statement for each use, which the server does for as long as it finds that
     * cheaper, took it longer than sending a message.
     */
    private static final String PLANS = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
            + " -c plan_cache_mode=force_generic_plan";

    private static String timeouts(StoreConfiguration store) {
        // Not %d, which writes the digits of the locale. A unit of work looks anew after it has its locks, which a
        // stricter isolation by default would prevent.
        return "-c statement_timeout=" + store.statementTimeout().toMilliseconds()
                + " -c lock_timeout=" + store.lockTimeout().toMilliseconds()
                + " -c idle_in_transaction_session_timeout="
                + store.idleInTransactionTimeout().toMilliseconds()
                + " -c default_transaction_isolation=read\\ committed" + PLANS;
    }
}
