package dev.parley.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * Commits, and distinguishes a commit that failed from one that may have happened. The outcome is unknown if the connection is
 * lost, or the server crashes or shuts down, after COMMIT was sent.
 *
 * <p>A server that stops waiting for its synchronous standby commits and sends a warning. Parley promises more than that, so the
 * outcome of such a commit is also unknown.
 */
public final class Commit {

    /** The state of a warning without a specific one. */
    private static final String WARNING = "01000";

    private static final String COMPLETION_UNKNOWN = "40003";

    private Commit() {}

    /** Runs in a new transaction and commits it. */
    static <T> T after(Handle handle, Function<Handle, T> use) {
        AtomicBoolean isCommitting = new AtomicBoolean();
        try {
            clearWarnings(handle);
            T result = handle.inTransaction(transaction -> {
                T found = use.apply(transaction);
                isCommitting.set(true);
                return found;
            });
            requireNoWarning(handle.getConnection().getWarnings());
            return result;
        } catch (JdbiException e) {
            throw isCommitting.get() ? translate(e) : e;
        } catch (SQLException e) {
            throw new CommitInDoubtException(new TransactionException("Failed to commit transaction", e));
        }
    }

    /** Executes a statement that commits at its end. */
    public static void with(Update update) {
        try {
            update.addCustomizer(new WarningsRefused()).execute();
        } catch (JdbiException e) {
            throw translate(e);
        }
    }

    private static JdbiException translate(JdbiException failure) {
        return Outage.mayHaveCommitted(failure) ? new CommitInDoubtException(failure) : failure;
    }

    private static void clearWarnings(Handle handle) {
        Connection connection = handle.getConnection();
        try {
            connection.clearWarnings();
        } catch (SQLException e) {
            throw new TransactionException("Failed to begin transaction", e);
        }
    }

    private static void requireNoWarning(@Nullable SQLWarning first) throws SQLException {
        for (@Nullable SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            if (WARNING.equals(warning.getSQLState())) {
                throw new SQLException(warning.getMessage(), COMPLETION_UNKNOWN);
            }
        }
    }

    private static final class WarningsRefused implements StatementCustomizer {
        @Override
        public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            requireNoWarning(statement.getWarnings());
        }
    }
}
