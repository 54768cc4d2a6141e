package dev.parley.application.testkit;

import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.Set;
import java.util.stream.Collectors;

/** Units of work run one at a time here, so each of them holds the locks of all users. */
public final class InMemoryUserLocks implements UserLocks {

    private final InMemoryStateStore store;

    public InMemoryUserLocks(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Set<UserId> lock(UserId one, UserId other) {
        store.requireUnitOfWork("a lock");
        store.requireUsers(one, other);
        return store.read(state -> state.users().values().stream()
                .filter(User::isErased)
                .map(User::id)
                .filter(user -> user.equals(one) || user.equals(other))
                .collect(Collectors.toSet()));
    }
}
