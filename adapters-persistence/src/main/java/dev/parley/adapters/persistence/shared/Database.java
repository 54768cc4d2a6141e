package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * A database as Parley's adapters use it, with the domain's value types registered. It throws {@link UnavailableException} when
 * it cannot serve, and {@link OutcomeUnknownException} when it may have committed. Every other failure is a bug and passes
 * unchanged.
 *
 * <p>Nested calls of {@link #with} and {@link #inTransaction} on one thread use the same connection, and so join its
 * transaction.
 */
public abstract class Database {

    /** Long enough for a fail-over or a peak to pass in a few retries, short enough for a user to wait. */
    private final Jdbi jdbi;

    private final Dependency dependency;

    protected Database(Jdbi jdbi, Dependency dependency) {
        this.jdbi = jdbi.installPlugin(new ValueTypes());
        // Parley's SQL has no templates. Dropwizard's engine would parse each statement again at each use.
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        this.dependency = dependency;
    }

    /** Uses the connection of the thread. Without one, takes a connection on which each statement is a transaction. */
    public <T> T with(Function<Handle, T> use) {
        try {
            return jdbi.withHandle(handle -> use(handle, use));
        } catch (JdbiException e) {
            throw translate(e);
        }
    }

    private static <T> T use(Handle handle, Function<Handle, T> use) {
        try {
            return use.apply(handle);
        } catch (JdbiException e) {
            if (Outage.isReadOnly(e) && handle.isReadOnly()) {
                throw new IllegalStateException("expected no write in a snapshot", e); // our bug, not a standby
            }
            throw e;
        }
    }

    /**
     * Runs in the transaction of the thread. Without one, begins a transaction that commits at the end, and rolls back if the
     * work throws.
     *
     * @throws OutcomeUnknownException if the transaction may have committed
     */
    public <T> T inTransaction(Function<Handle, T> use) {
        return with(handle -> handle.isInTransaction() ? use.apply(handle) : Commit.after(handle, use));
    }

    /** Whether this thread is inside {@link #with} or {@link #inTransaction}, and so may see its own uncommitted changes. */
    public boolean isInUse() {
        return jdbi.getHandleScope().get() != null;
    }

    /** Whether the available store rolled the transaction back: nothing was done, and a retry may succeed. */
    public boolean wasRolledBack(UnavailableException failure) {
        return Outage.wasRolledBack(failure);
    }

    /** Whether the database refused a new connection because it has too many. Nothing was done. */
    public boolean isTooManyConnections(UnavailableException failure) {
        return Outage.isTooManyConnections(failure);
    }

    /** Opens a connection, which the caller closes. */
    public Handle open() {
        try {
            return jdbi.open();
        } catch (JdbiException e) {
            throw translate(e);
        }
    }

    /** The exception that the ports declare for the failure. */
    public RuntimeException translate(JdbiException failure) {
        if (failure instanceof CommitInDoubtException) {
            return new OutcomeUnknownException(dependency, failure);
        }
        return Outage.isUnavailable(failure) ? new UnavailableException(dependency, failure) : failure;
    }
}
