package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.NotDurableException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreStartTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @RegisterExtension
    static final PostgresExtension FORGETFUL = new PostgresExtension();

    @Test
    void embeddedDatabasesPassTheChecks() {
        assertThatCode(() -> StoreStart.require(TestStores.access(), CLOCK)).doesNotThrowAnyException();
    }

    @Test
    void wrongPasswordIsReportedInOneLineWithoutIt() {
        DatabaseAccess right = TestStores.access().state();
        DatabaseAccess wrong = new DatabaseAccess(right.jdbcUrl() + "?password=gu3ss", right.user(), "gu3ss");

        assertThatThrownBy(() -> StoreStart.require(stores(right, wrong), CLOCK))
                .isInstanceOf(StoreStartException.class)
                .hasMessageStartingWith("activityDatabase cannot be reached at " + right.jdbcUrl()
                        + " as user \"parley_app\": FATAL: password authentication failed")
                .hasMessageNotContaining("gu3ss")
                .hasMessageNotContaining("\n");
    }

    @Test
    void serverWithoutDurabilityIsRefused() {
        DatabaseAccess forgetful = new DatabaseAccess(
                FORGETFUL.url(PostgresExtension.APP, PostgresExtension.STATE), PostgresExtension.APP, "");

        assertThatThrownBy(() -> StoreStart.require(stores(forgetful, forgetful), CLOCK))
                .isInstanceOf(NotDurableException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-100 * 86_400, -62, 62, 100 * 86_400})
    void wrongClockIsReportedInOneLineWithBothTimes(long secondsAhead) {
        Clock wrong = Clock.offset(CLOCK, Duration.ofSeconds(secondsAhead));

        assertThatThrownBy(() -> StoreStart.require(TestStores.access(), wrong))
                .isInstanceOf(StoreStartException.class)
                .hasMessageMatching(
                        "the clock of this node says 20\\S+Z, the clock of the database 20\\S+Z; they may differ by"
                                + " 60 s: set the clock of this node \\(NTP\\)");
    }

    @ParameterizedTest
    @ValueSource(longs = {-50, 50})
    void skewBelowOneMinuteIsAccepted(long secondsAhead) {
        Clock wrong = Clock.offset(CLOCK, Duration.ofSeconds(secondsAhead));

        assertThatCode(() -> StoreStart.require(TestStores.access(), wrong)).doesNotThrowAnyException();
    }

    @Test
    void oldServerIsRefused() throws SQLException {
        OldServer driver = new OldServer();
        DriverManager.registerDriver(driver);
        try {
            DatabaseAccess old = new DatabaseAccess(OldServer.URL, "app", "");

            assertThatThrownBy(() -> StoreStart.require(stores(old, old), CLOCK))
                    .isInstanceOf(StoreStartException.class)
                    .hasMessage("database is PostgreSQL 17; Parley needs 18 or later: " + OldServer.URL);
        } finally {
            DriverManager.deregisterDriver(driver);
        }
    }

    private static StoreAccess stores(DatabaseAccess state, DatabaseAccess log) {
        return new StoreAccess(state, state, log, log);
    }

    /** A fake server that reports PostgreSQL 17 and supports nothing else. */
    private static final class OldServer implements Driver {

        private static final String URL = "jdbc:postgresql-of-yesterday://old/parley";

        @Override
        public @Nullable Connection connect(String url, Properties properties) {
            return acceptsURL(url)
                    ? fake(Connection.class, "getMetaData", fake(DatabaseMetaData.class, "getDatabaseMajorVersion", 17))
                    : null;
        }

        private static <T> T fake(Class<T> type, String method, Object answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.equals(URL);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }
    }
}
