package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

final class OutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08004", "08006", "08007", "08P01", "25006", "25P03", "25P04", "40001",
                "40P01", "53000", "53100", "53200", "53300", "53400", "55P03", "57014", "57P01", "57P02", "57P03",
                "57P05"
            })
    void unavailableDatabaseIsAnOutage(String state) {
        assertThat(Outage.isUnavailable(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"22001", "22021", "23503", "23505", "23514", "25001", "25P02", "40002", "42501", "42601", "42P01"
            })
    void invalidStatementIsABug(String state) {
        assertThat(Outage.isUnavailable(failure(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08003", "08006", "40003", "53100", "57P01", "57P02", "58030", "XX000"})
    void commitWithThisStateMayHaveHappened(String state) {
        assertThat(Outage.mayHaveCommitted(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "25006", "25P02", "40001", "40P01", "55P03", "57014"})
    void commitWithThisStateWasRolledBack(String state) {
        assertThat(Outage.mayHaveCommitted(failure(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030", "XX000", "XX001"})
    void serverThatFailsInsideMayHaveCommittedUnlessItOnlyEndedTheStatement(String state) {
        assertThat(Outage.mayHaveCommitted(failure("ERROR", state))).isFalse();
        assertThat(Outage.mayHaveCommitted(failure("FATAL", state))).isTrue();
        assertThat(Outage.mayHaveCommitted(failure("PANIC", state))).isTrue();
        assertThat(Outage.mayHaveCommitted(new TransactionException("commit", new PSQLException("reason", null))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40003", "57P01"})
    void lostConnectionLeavesTheCommitInDoubtWhateverItsSeverity(String state) {
        assertThat(Outage.mayHaveCommitted(failure("ERROR", state))).isTrue();
    }

    @Test
    void commitThatFailedWithoutAStateMayHaveHappened() {
        assertThat(Outage.mayHaveCommitted(new TransactionException("commit", new SQLException("reason"))))
                .isTrue();
        assertThat(Outage.mayHaveCommitted(new NoSuchMapperException("no mapper")))
                .isFalse();
    }

    @Test
    void exhaustedOrClosedPoolIsAnOutageWithoutAState() {
        assertThat(Outage.isUnavailable(new TransactionException("begin", new SQLException("exhausted"))))
                .isTrue();
        assertThat(Outage.isUnavailable(new ConnectionException(new SQLException("exhausted", "28P01"))))
                .isTrue();
    }

    @Test
    void failureOutsideTheDatabaseIsABug() {
        assertThat(Outage.isUnavailable(new NoSuchMapperException("no mapper"))).isFalse();
        assertThat(Outage.isReadOnly(new NoSuchMapperException("no mapper"))).isFalse();
    }

    @Test
    void causeOfACauseIsFound() {
        assertThat(Outage.isUnavailable(new CloseException("close", failure("08006"))))
                .isTrue();
        assertThat(Outage.isReadOnly(new CloseException("close", failure("25006"))))
                .isTrue();
        assertThat(Outage.isReadOnly(failure("08006"))).isFalse();
    }

    private static JdbiException failure(String severity, String state) {
        ServerErrorMessage said = new ServerErrorMessage("S" + severity + "\0C" + state + "\0Mreason\0");
        return new TransactionException("commit", new PSQLException(said));
    }

    private static JdbiException failure(String state) {
        return new TransactionException("commit", new SQLException("reason", state));
    }
}
