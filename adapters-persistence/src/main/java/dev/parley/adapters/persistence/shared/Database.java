package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * A database as Parley's adapters use it: it knows the value types and says {@link UnavailableException} when it cannot
 * serve, and {@link OutcomeUnknownException} when it may have committed. Every other failure is a bug and comes through as
 * it is.
 *
 * <p>What runs inside {@link #with} or {@link #inTransaction} and calls them again on its own thread gets the same
 * connection, and so joins the transaction.
 */
public abstract class Database {

    /** Long enough for a fail-over or a peak to pass in a few tries, short enough for a person to wait. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Dependency dependency;

    protected Database(Jdbi jdbi, Dependency dependency) {
        this.jdbi = jdbi.installPlugin(new ValueTypes());
        // Our SQL is no template. Dropwizard's engine would read each statement through again at each use: a fifth of
        // what a node did to send a message.
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        this.dependency = dependency;
    }

    /** Uses the thread's connection, or one of its own, on which each statement then is a transaction. */
    public <T> T with(Function<Handle, T> use) {
        try {
            return jdbi.withHandle(handle -> use(handle, use));
        } catch (JdbiException e) {
            throw named(e);
        }
    }

    private static <T> T use(Handle handle, Function<Handle, T> use) {
        try {
            return use.apply(handle);
        } catch (JdbiException e) {
            if (Outage.isReadOnly(e) && handle.isReadOnly()) {
                throw new IllegalStateException("a snapshot must not write", e); // our bug, not a standby
            }
            throw e;
        }
    }

    /**
     * Runs in the thread's transaction, or in one of its own that commits at the end and leaves nothing if it throws.
     *
     * @throws OutcomeUnknownException if the transaction may have committed
     */
    public <T> T inTransaction(Function<Handle, T> use) {
        return with(handle -> handle.isInTransaction() ? use.apply(handle) : Commit.after(handle, use));
    }

    /** Whether this thread is inside {@link #with} or {@link #inTransaction}, and so may see what it has not committed. */
    public boolean isInUse() {
        return jdbi.getHandleScope().get() != null;
    }

    /** Whether the store is there and has called it off: certainly nothing was done, and another try may go well. */
    public boolean hasCalledOff(UnavailableException failure) {
        return Outage.isCalledOff(failure);
    }

    /** Whether it takes no more connections: nothing was done, and one that is open would do. */
    public boolean isCrowded(UnavailableException failure) {
        return Outage.isCrowded(failure);
    }

    /** A connection that belongs to the caller, who closes it. */
    public Handle open() {
        try {
            return jdbi.open();
        } catch (JdbiException e) {
            throw named(e);
        }
    }

    /** The failure as the ports name it. */
    public RuntimeException named(JdbiException failure) {
        if (failure instanceof CommitInDoubtException) {
            return new OutcomeUnknownException(dependency, RETRY_AFTER, failure);
        }
        return Outage.isBehind(failure) ? new UnavailableException(dependency, RETRY_AFTER, failure) : failure;
    }
}
