package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database of users, conversations and messages. */
public final class StateStore extends Database {

    /** @param jdbi gets Parley's value types registered */
    public StateStore(Jdbi jdbi) {
        super(jdbi, Dependency.STATE_STORE);
    }

    /**
     * Runs in the current unit of work.
     *
     * @param what the subject of the exception message
     * @throws IllegalStateException if no unit of work is under way, because the effect must last until its end
     */
    public <T> T inUnitOfWork(String what, Function<Handle, T> use) {
        return with(handle -> {
            if (!handle.isInTransaction() || handle.isReadOnly()) {
                throw new IllegalStateException(what + " needs a unit of work");
            }
            return use.apply(handle);
        });
    }
}
