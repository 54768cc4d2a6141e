package dev.parley.adapters.persistence.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Leadership ends with the connection that holds it. */
final class LostLeadershipTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private JdbiRelayLeadership here;
    private JdbiRelayLeadership there;

    @BeforeEach
    void stand() {
        here = candidate();
        there = candidate();
    }

    @AfterEach
    void resign() {
        here.resign();
        there.resign();
    }

    private static JdbiRelayLeadership candidate() {
        return new JdbiRelayLeadership(POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE));
    }

    @Test
    void leaderWithABrokenConnectionLosesToTheNextCandidate() {
        assertThat(here.lead()).isTrue();

        POSTGRES.breakConnections(PostgresExtension.STATE);

        assertThat(there.lead()).isTrue();
        assertThat(here.lead()).isFalse();
    }

    @Test
    void leaderWithABrokenConnectionLeadsAgainWithoutARival() {
        assertThat(here.lead()).isTrue();

        POSTGRES.breakConnections(PostgresExtension.STATE);

        assertThat(here.lead()).isTrue();
        assertThat(there.lead()).isFalse();
    }

    @Test
    void noNodeLeadsWhileTheDatabaseIsUnavailable() {
        assertThat(here.lead()).isTrue();

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(here::lead)
                    .returns(Dependency.STATE_STORE, UnavailableException::dependency);
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(there::lead);
        }

        assertThat(there.lead()).isTrue();
        assertThat(here.lead()).isFalse();
    }

    @Test
    void leaderCanResignWhileTheDatabaseIsUnavailable() {
        assertThat(here.lead()).isTrue();

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            assertThatNoException().isThrownBy(here::resign);
        }

        assertThat(there.lead()).isTrue();
    }

    @Test
    void connectionThatBreaksBetweenTwoStatementsIsAnOutage() {
        JdbiRelayLeadership cutOff = new JdbiRelayLeadership(new Broken());

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(cutOff::lead);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(cutOff::lead);
        assertThatNoException().isThrownBy(cutOff::resign);
    }

    /** Opens connections that end at once. */
    private static final class Broken extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE)
                    .getConnection();
            connection.close();
            return connection;
        }
    }
}
