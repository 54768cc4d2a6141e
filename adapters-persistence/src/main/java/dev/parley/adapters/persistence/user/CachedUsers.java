package dev.parley.adapters.persistence.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.InvalidatingCache;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Caches users by name and by id, because every send looks up two.
 *
 * <p>Only an erasure changes a user. It takes effect here as an ended session does in
 * {@link dev.parley.adapters.persistence.session.CachedSessions}. Unknown users are not cached. A unit of work bypasses the
 * cache, because it sees its own changes.
 */
public final class CachedUsers implements Users {

    /** Bounds the effect of a change that no node publishes, such as an operator's UPDATE. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** About 20 MB. */
    private static final int MAX_SIZE = 100_000;

    private final Users users;
    private final StateStore store;
    private final AccountChanges accounts;
    private final InvalidatingCache<Username, User> byName;
    private final InvalidatingCache<UserId, User> byId;

    public CachedUsers(Users users, StateStore store, AccountChanges accounts, Ticker ticker) {
        this.users = users;
        this.store = store;
        this.accounts = accounts;
        this.byName = new InvalidatingCache<>(MAX_SIZE, LIFETIME, User::id, accounts.counters(), ticker);
        this.byId = new InvalidatingCache<>(MAX_SIZE, LIFETIME, User::id, accounts.counters(), ticker);
    }

    @Override
    public Optional<User> find(Username username) {
        return bypassesCache() ? users.find(username) : byName.get(username, users::find);
    }

    @Override
    public Optional<User> find(UserId id) {
        return bypassesCache() ? users.find(id) : byId.get(id, users::find);
    }

    @Override
    public void erase(UserId user) {
        store.inTransaction(handle -> {
            users.erase(user);
            accounts.publish(handle, user);
            return user;
        });
    }

    private boolean bypassesCache() {
        return store.isInUse() || !accounts.isConnected();
    }

    @Override
    public Optional<User> register(Username username, NameComparison comparison, PasswordHash hash, Instant at) {
        return users.register(username, comparison, hash, at);
    }

    @Override
    public boolean isTaken(Username username, NameComparison comparison) {
        return users.isTaken(username, comparison);
    }

    @Override
    public List<User> listByPrefix(Username prefix, Optional<Username> after, int limit) {
        return users.listByPrefix(prefix, after, limit);
    }

    @Override
    public Map<UserId, Username> names(Set<UserId> ids) {
        return users.names(ids);
    }

    @Override
    public Optional<Credentials> findCredentials(Username username) {
        return users.findCredentials(username);
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return users.findCredentials(id);
    }

    @Override
    public void replacePasswordHash(UserId user, PasswordHash hash) {
        users.replacePasswordHash(user, hash);
    }

    @Override
    public boolean replacePasswordHash(Credentials known, PasswordHash hash) {
        return users.replacePasswordHash(known, hash);
    }

    @Override
    public boolean confirm(Credentials known) {
        return users.confirm(known);
    }
}
