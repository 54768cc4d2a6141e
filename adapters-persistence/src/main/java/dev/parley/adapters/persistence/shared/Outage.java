package dev.parley.adapters.persistence.shared;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Distinguishes a database that is unavailable from a statement that fails every time. */
final class Outage {

    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** No connection; out of connections, memory or disk; shut down, crashed or starting. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57P");

    /** The database rolled the transaction back, because of another transaction or a time-out. */
    private static final Set<String> ROLLED_BACK = Set.of(
            "40001", // serialization_failure
            "40P01", // deadlock_detected
            "55P03", // lock_not_available: lock_timeout
            "57014"); // query_canceled: statement_timeout

    /** A commit may have happened: connection lost, server crashed or shut down. */
    private static final Set<String> IN_DOUBT = Set.of("08", "57P", "40003");

    /** A commit may have happened if the failure ended the connection: out of disk or memory, or an internal error. */
    private static final Set<String> IN_DOUBT_IF_FATAL = Set.of("53", "58", "XX");

    private static final Set<String> STATES = Set.of(
            READ_ONLY_TRANSACTION, // the server has become a standby
            "25P03", // idle_in_transaction_session_timeout
            "25P04"); // transaction_timeout

    private Outage() {}

    static boolean isUnavailable(JdbiException failure) {
        return failure instanceof ConnectionException
                || sqlFailure(failure).map(Outage::isOutage).orElse(false);
    }

    static boolean isReadOnly(JdbiException failure) {
        return sqlFailure(failure)
                .filter(cause -> READ_ONLY_TRANSACTION.equals(cause.getSQLState()))
                .isPresent();
    }

    /** Whether the database itself rolled back, so that nothing was done. */
    static boolean wasRolledBack(Throwable failure) {
        return sqlFailure(failure)
                .map(SQLException::getSQLState)
                .filter(ROLLED_BACK::contains)
                .isPresent();
    }

    /** Whether a commit that failed may still have happened. With any other state the database rolled back. */
    static boolean mayHaveCommitted(JdbiException failure) {
        return sqlFailure(failure).filter(Outage::isInDoubt).isPresent();
    }

    private static boolean isInDoubt(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null
                || IN_DOUBT.stream().anyMatch(state::startsWith)
                || (IN_DOUBT_IF_FATAL.stream().anyMatch(state::startsWith) && !isPlainError(cause));
    }

    /** Whether the failure ended only the statement. False if the server reports severities in another language than English. */
    private static boolean isPlainError(SQLException cause) {
        return cause instanceof PSQLException failure
                && Optional.ofNullable(failure.getServerErrorMessage())
                        .filter(error -> "ERROR".equals(error.getSeverity()))
                        .isPresent();
    }

    /** Whether the server, or this database user, has too many connections. */
    static boolean isTooManyConnections(Throwable failure) {
        return sqlFailure(failure)
                .filter(cause -> TOO_MANY_CONNECTIONS.equals(cause.getSQLState()))
                .isPresent();
    }

    /** PostgreSQL always sends a state; an exhausted or closed pool sends none. */
    private static boolean isOutage(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null
                || STATES.contains(state)
                || ROLLED_BACK.contains(state)
                || CLASSES.stream().anyMatch(state::startsWith);
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
