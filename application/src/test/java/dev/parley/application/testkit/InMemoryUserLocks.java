package dev.parley.application.testkit;

import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.user.UserId;

/** Units of work run one at a time here, so whoever is in one holds every user. */
public final class InMemoryUserLocks implements UserLocks {

    private final InMemoryStateStore store;

    public InMemoryUserLocks(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public void lock(UserId one, UserId other) {
        store.requireUnitOfWork("a lock");
        store.requireUsers(one, other);
    }
}
