package dev.parley.adapters.persistence.shared;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Tells a database that cannot serve now from a statement that it will never accept. */
final class Outage {

    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Connection lost or never made; out of connections, memory or disk; shut down, crashed or starting. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57P");

    /** The database has rolled back what was under way, for the sake of others or because it took too long. */
    private static final Set<String> CALLED_OFF = Set.of(
            "40001", // serialization_failure
            "40P01", // deadlock_detected
            "55P03", // lock_not_available: lock_timeout
            "57014"); // query_canceled: statement_timeout

    /** After these a commit may have happened: connection lost, crashed or shut down. */
    private static final Set<String> IN_DOUBT = Set.of("08", "57P", "40003");

    /** After these, too, unless the server went on: out of disk or memory, or failed inside. */
    private static final Set<String> IN_DOUBT_IF_FATAL = Set.of("53", "58", "XX");

    private static final Set<String> STATES = Set.of(
            READ_ONLY_TRANSACTION, // connected to what has become a standby
            "25P03", // idle_in_transaction_session_timeout
            "25P04"); // transaction_timeout

    private Outage() {}

    static boolean isBehind(JdbiException failure) {
        return failure instanceof ConnectionException
                || sqlFailure(failure).map(Outage::isOutage).orElse(false);
    }

    static boolean isReadOnly(JdbiException failure) {
        return sqlFailure(failure)
                .filter(cause -> READ_ONLY_TRANSACTION.equals(cause.getSQLState()))
                .isPresent();
    }

    /** Whether the database itself has rolled back, so that it is certain that nothing was done. */
    static boolean isCalledOff(Throwable failure) {
        return sqlFailure(failure)
                .map(SQLException::getSQLState)
                .filter(CALLED_OFF::contains)
                .isPresent();
    }

    /** Whether a commit that failed so may have happened all the same; with any other state the database rolled back. */
    static boolean mayHaveCommitted(JdbiException failure) {
        return sqlFailure(failure).filter(Outage::isInDoubt).isPresent();
    }

    private static boolean isInDoubt(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null
                || IN_DOUBT.stream().anyMatch(state::startsWith)
                || (IN_DOUBT_IF_FATAL.stream().anyMatch(state::startsWith) && !isPlainError(cause));
    }

    /** Whether the server has ended the statement and no more. A severity in another language than English is not known. */
    private static boolean isPlainError(SQLException cause) {
        return cause instanceof PSQLException failure
                && Optional.ofNullable(failure.getServerErrorMessage())
                        .filter(said -> "ERROR".equals(said.getSeverity()))
                        .isPresent();
    }

    /** Whether it takes no more connections, by all or by this user. */
    static boolean isCrowded(Throwable failure) {
        return sqlFailure(failure)
                .filter(cause -> TOO_MANY_CONNECTIONS.equals(cause.getSQLState()))
                .isPresent();
    }

    /** PostgreSQL always gives a state; a pool that is exhausted or closed gives none. */
    private static boolean isOutage(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null
                || STATES.contains(state)
                || CALLED_OFF.contains(state)
                || CLASSES.stream().anyMatch(state::startsWith);
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
