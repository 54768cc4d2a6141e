package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database of users, conversations and messages. */
public final class StateStore extends Database {

    /** @param jdbi is taught Parley's value types; a plain one otherwise */
    public StateStore(Jdbi jdbi) {
        super(jdbi, Dependency.STATE_STORE);
    }

    /**
     * Runs in the unit of work that is under way.
     *
     * @throws IllegalStateException if there is none: {@code what} would not hold until anything ends
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
