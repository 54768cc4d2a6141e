package dev.parley.adapters.persistence.user;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.ShortMemory;
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
 * Users of whom those that were found are found again without the database: every send asks for two.
 *
 * <p>A user never changes but by an erasure. One on this node is seen here once it has committed, one on another when that
 * node's word arrives; while words may be missing nothing is kept, as with
 * {@link dev.parley.adapters.persistence.session.CachedSessions}. Nobody is remembered as absent. A unit of work sees what
 * it has done itself, and so nothing is kept in it.
 */
public final class CachedUsers implements Users {

    /** For what no node would tell of: an operator who changes rows. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Each some 200 bytes. */
    private static final int MOST = 100_000;

    private final Users users;
    private final StateStore store;
    private final AccountChanges accounts;
    private final ShortMemory<Username, User> byName;
    private final ShortMemory<UserId, User> byId;

    public CachedUsers(Users users, StateStore store, AccountChanges accounts, Ticker ticker) {
        this.users = users;
        this.store = store;
        this.accounts = accounts;
        this.byName = new ShortMemory<>(MOST, LIFETIME, User::id, accounts.counted(), ticker);
        this.byId = new ShortMemory<>(MOST, LIFETIME, User::id, accounts.counted(), ticker);
    }

    @Override
    public Optional<User> find(Username username) {
        return mustAsk() ? users.find(username) : byName.find(username, users::find);
    }

    @Override
    public Optional<User> find(UserId id) {
        return mustAsk() ? users.find(id) : byId.find(id, users::find);
    }

    @Override
    public void erase(UserId user) {
        store.inTransaction(handle -> {
            users.erase(user);
            accounts.tell(handle, user);
            return user;
        });
    }

    private boolean mustAsk() {
        return store.isInUse() || !accounts.areHeard();
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
