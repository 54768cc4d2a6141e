package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Row locks on the heads of the users; the wait is bounded by the connection's {@code lock_timeout}. */
public final class JdbiUserLocks implements UserLocks {

    private final StateStore store;

    public JdbiUserLocks(StateStore store) {
        this.store = store;
    }

    @Override
    public Set<UserId> lock(UserId one, UserId other) {
        Set<UserId> both = new TreeSet<>();
        both.add(one);
        both.add(other);
        return store.inUnitOfWork("a lock", handle -> {
            Map<UserId, UserHead> heads = UserHeads.lock(handle, both);
            if (!heads.keySet().containsAll(both)) {
                throw new IllegalArgumentException("expected existing users to lock, found an unknown one");
            }
            return heads.values().stream()
                    .filter(UserHead::erased)
                    .map(UserHead::user)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }
}
