package dev.parley.adapters.persistence.shared;

import dev.parley.application.port.out.shared.UnitOfWork;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A unit of work is a transaction of its thread: READ COMMITTED (PostgreSQL's default) if it may write, REPEATABLE READ READ
 * ONLY if it is a snapshot.
 *
 * <p>A snapshot in a unit of work joins it and sees its changes. A unit of work in a snapshot is refused.
 */
public final class JdbiUnitOfWork implements UnitOfWork {

    private final StateStore store;

    public JdbiUnitOfWork(StateStore store) {
        this.store = store;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return store.inTransaction(handle -> {
            if (handle.isReadOnly()) {
                throw new IllegalStateException("expected no write in a snapshot");
            }
            return work.get();
        });
    }

    @Override
    public <T> T snapshot(Supplier<T> reading) {
        return store.with(handle -> handle.isInTransaction() ? reading.get() : takeSnapshot(handle, reading));
    }

    private static <T> T takeSnapshot(Handle handle, Supplier<T> reading) {
        try (ReadOnly mode = new ReadOnly(handle)) {
            return mode.handle().inTransaction(transaction -> {
                transaction.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                return reading.get();
            });
        }
    }

    /** Makes transactions READ ONLY until it is closed. The driver adds that to BEGIN, without a round trip. */
    private record ReadOnly(Handle handle) implements AutoCloseable {

        ReadOnly {
            handle.setReadOnly(true);
        }

        @Override
        public void close() {
            handle.setReadOnly(false);
        }
    }
}
