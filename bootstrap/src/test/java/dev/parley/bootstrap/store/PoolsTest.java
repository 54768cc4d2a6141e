package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import dev.parley.bootstrap.configuration.StoreConfiguration;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The effect of the pool settings in the database. */
final class PoolsTest {

    private static final StoreConfiguration STORE = new StoreConfiguration(
            "",
            "",
            "",
            2,
            Duration.milliseconds(200),
            Duration.milliseconds(1234),
            Duration.milliseconds(345),
            Duration.milliseconds(4567),
            Duration.seconds(30));

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void directConnectionTimesOutOnASilentServer() throws SQLException {
        try (Connection connection = Pools.connect(TestStores.access().state())) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
        }
    }

    @Test
    void databaseEnforcesTheTimeoutsInEveryLocale() throws Exception {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        ManagedDataSource pool =
                Pools.open(Pools.shared(TestStores.access().state(), STORE), new MetricRegistry(), "shared");

        assertThat(List.of(
                        show(pool, "statement_timeout"),
                        show(pool, "lock_timeout"),
                        show(pool, "idle_in_transaction_session_timeout"),
                        show(pool, "application_name")))
                .containsExactly("1234ms", "345ms", "4567ms", "parley");
        pool.stop();
    }

    @Test
    void statementsAndRowsAreNotProxies() throws Exception {
        ManagedDataSource pool =
                Pools.open(Pools.shared(TestStores.access().state(), STORE), new MetricRegistry(), "shared");

        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(Proxy.isProxyClass(connection.getClass())).isTrue();
            assertThat(Proxy.isProxyClass(statement.getClass())).isFalse();
            assertThat(Proxy.isProxyClass(rows.getClass())).isFalse();
        }
        pool.stop();
    }

    @Test
    void borrowBeyondTheMaximumTimesOut() throws Exception {
        ManagedDataSource pool =
                Pools.open(Pools.shared(TestStores.access().state(), STORE), new MetricRegistry(), "shared");
        List<Connection> taken = new ArrayList<>(List.of(pool.getConnection(), pool.getConnection()));

        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class).hasMessageContaining("Timeout");

        for (Connection connection : taken) {
            connection.close();
        }
        pool.stop();
    }

    @Test
    void singleConnectionIsReusedUntilItBreaks() throws Exception {
        ManagedDataSource pool =
                Pools.open(Pools.single(TestStores.access().state(), STORE), new MetricRegistry(), "single");
        long first = process(pool);
        assertThat(process(pool)).isEqualTo(first);

        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertThatThrownBy(pool::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Timeout");
        }
        ask(
                DirectConnections.to(TestStores.access().state(), STORE),
                "SELECT pg_terminate_backend(" + first + ", 5000)");

        await().ignoreExceptions().untilAsserted(() -> assertThat(process(pool)).isNotEqualTo(first));
        pool.stop();
    }

    @Test
    void migrationsUseOneConnectionWithoutTimeouts() throws Exception {
        DataSourceFactory factory = Pools.forMigrations(TestStores.access().stateOwner());
        ManagedDataSource pool = factory.build(new MetricRegistry(), "migrations");

        assertThat(factory.getMaxSize()).isEqualTo(1);
        assertThat(show(pool, "statement_timeout")).isEqualTo("0");
        assertThat(factory.getProperties()).containsEntry("socketTimeout", "0");
        pool.stop();
    }

    @Test
    void directConnectionsHaveALoginTimeout() throws SQLException {
        DataSource direct = DirectConnections.to(TestStores.access().state(), STORE);

        assertThat(show(direct, "application_name")).isEqualTo("parley-lock");
        assertThat(direct.getLoginTimeout()).isEqualTo(5);
    }

    private static long process(DataSource dataSource) throws SQLException {
        return Long.parseLong(ask(dataSource, "SELECT pg_backend_pid()"));
    }

    private static String show(DataSource dataSource, String setting) throws SQLException {
        return ask(dataSource, "SHOW " + setting);
    }

    private static String ask(DataSource dataSource, String question) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
