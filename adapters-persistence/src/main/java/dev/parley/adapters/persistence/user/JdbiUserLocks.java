package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.user.UserId;
import java.util.Set;
import java.util.TreeSet;

/** Row locks on the heads of the users; the wait is bounded by the connection's {@code lock_timeout}. */
public final class JdbiUserLocks implements UserLocks {

    private final StateStore store;

    public JdbiUserLocks(StateStore store) {
        this.store = store;
    }

    @Override
    public void lock(UserId one, UserId other) {
        Set<UserId> both = new TreeSet<>();
        both.add(one);
        both.add(other);
        store.inUnitOfWork("a lock", handle -> {
            if (!UserHeads.lock(handle, both).keySet().containsAll(both)) {
                throw new IllegalArgumentException("a user to lock does not exist");
            }
            return both;
        });
    }
}
