package dev.parley.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck.Result;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.PostgresExtension.DatabaseOutage;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

final class StoreHealthCheckTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void healthFollowsTheDatabase() {
        StoreHealthCheck check =
                new StoreHealthCheck("log store", POSTGRES.unpooled(PostgresExtension.RELAY, PostgresExtension.LOG));

        assertThat(check.check().isHealthy()).isTrue();
        assertThat(check.check().getMessage()).isEqualTo("the log store answers");
        try (DatabaseOutage outage = POSTGRES.outage(PostgresExtension.LOG)) {
            assertThat(outage).isNotNull();
            assertThat(check.check().isHealthy()).isFalse();
            assertThat(check.check().getMessage()).startsWith("the log store cannot be reached: ");
        }
        assertThat(check.check().isHealthy()).isTrue();
    }

    @Test
    void unreachableDatabaseIsUnhealthyWithItsReason() {
        PGSimpleDataSource unreachable = new PGSimpleDataSource();
        unreachable.setUrl("jdbc:postgresql://127.0.0.1:1/parley");

        Result result = new StoreHealthCheck("database", unreachable).check();

        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage())
                .startsWith("the database cannot be reached: Connection to 127.0.0.1:1 refused")
                .doesNotContain("\n");
    }

    @Test
    void silentConnectionIsUnhealthy() {
        Connection silent = fake(Connection.class, "isValid", false);

        Result result = new StoreHealthCheck("database", fake(DataSource.class, "getConnection", silent)).check();

        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage()).isEqualTo("the database does not answer within 2 s");
    }

    @Test
    void failureWithoutAMessageIsNamedByItsSqlState() {
        DataSource wordless = type(DataSource.class, new SQLException(null, "57P01"));

        assertThat(new StoreHealthCheck("database", wordless).check().getMessage())
                .startsWith("the database cannot be reached: ");
    }

    private static <T> T fake(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
    }

    private static <T> T type(Class<T> type, SQLException failure) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    throw failure;
                }));
    }
}
