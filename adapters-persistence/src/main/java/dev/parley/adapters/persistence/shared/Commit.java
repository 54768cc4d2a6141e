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
 * Commits, and tells a commit that certainly failed from one that may have happened: when the connection is lost, or the
 * server crashes or shuts down, after COMMIT was sent.
 *
 * <p>A server that stops waiting for its synchronous standby commits and says so in a warning. The client was promised more
 * than that, so such a commit is in doubt, too.
 */
public final class Commit {

    /** Of a warning without a state of its own. */
    private static final String WARNING = "01000";

    private static final String COMPLETION_UNKNOWN = "40003";

    private Commit() {}

    /** Runs in a transaction of its own. */
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
            throw isCommitting.get() ? named(e) : e;
        } catch (SQLException e) {
            throw new CommitInDoubtException(new TransactionException("Failed to commit transaction", e));
        }
    }

    /** Executes a statement that commits at its end. */
    public static void with(Update update) {
        try {
            update.addCustomizer(new WarningsRefused()).execute();
        } catch (JdbiException e) {
            throw named(e);
        }
    }

    private static JdbiException named(JdbiException failure) {
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
