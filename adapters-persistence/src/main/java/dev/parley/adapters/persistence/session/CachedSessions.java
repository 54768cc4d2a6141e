package dev.parley.adapters.persistence.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.InvalidatingCache;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.Network;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Caches sessions by their token digests, because every request looks one up.
 *
 * <p>This node refuses a session that it ended as soon as the transaction has committed. It refuses a session that another node
 * ended when the notification of that transaction arrives. While notifications may be missing, {@link AccountChanges#isConnected}
 * is false and nothing is cached: so a revocation takes effect within a second. Unknown digests are not cached: a login is valid
 * on every node immediately. A unit of work bypasses the cache, because it sees its own changes.
 */
public final class CachedSessions implements Sessions {

    /** Bounds the effect of a change that no node publishes, such as an operator's DELETE. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** About 30 MB. */
    private static final int MAX_SIZE = 100_000;

    private final Sessions sessions;
    private final StateStore store;
    private final AccountChanges accounts;
    private final InvalidatingCache<TokenDigest, Session> cache;

    public CachedSessions(Sessions sessions, StateStore store, AccountChanges accounts, Ticker ticker) {
        this.sessions = sessions;
        this.store = store;
        this.accounts = accounts;
        this.cache = new InvalidatingCache<>(MAX_SIZE, LIFETIME, Session::user, accounts.counters(), ticker);
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.isInUse() || !accounts.isConnected() ? findUncached(digest) : cache.get(digest, sessions::find);
    }

    private Optional<Session> findUncached(TokenDigest digest) {
        Optional<Session> session = sessions.find(digest);
        if (session.isEmpty()) {
            cache.invalidate(digest);
        }
        return session;
    }

    @Override
    public boolean isFamiliar(TokenDigest digest) {
        return cache.contains(digest);
    }

    @Override
    public Session open(NewSession session) {
        return sessions.open(session);
    }

    @Override
    public void see(Session session) {
        store.inTransaction(handle -> {
            handle.afterCommit(() -> accounts.counters().add(session.user()));
            sessions.see(session);
            return session;
        });
    }

    @Override
    public Optional<Session> find(UserId user, SessionId session) {
        return sessions.find(user, session);
    }

    @Override
    public List<Session> list(UserId user, Instant now, Optional<SessionPlace> after, int limit) {
        return sessions.list(user, now, after, limit);
    }

    @Override
    public boolean isOpenFrom(Username user, Network network, Instant now) {
        return sessions.isOpenFrom(user, network, now);
    }

    @Override
    public boolean close(UserId user, SessionId session) {
        return endAndPublish(user, all -> all.close(user, session));
    }

    @Override
    public List<SessionId> closeOthers(UserId user, SessionId kept) {
        return endAndPublish(user, all -> all.closeOthers(user, kept));
    }

    @Override
    public List<SessionId> closeAll(UserId user) {
        return endAndPublish(user, all -> all.closeAll(user));
    }

    @Override
    public int removeExpired(Instant before) {
        return store.inTransaction(handle -> {
            int removed = sessions.removeExpired(before);
            if (removed > 0) {
                handle.afterCommit(accounts.counters()::addForAll);
            }
            return removed;
        });
    }

    private <T> T endAndPublish(UserId user, Function<Sessions, T> end) {
        return store.inTransaction(handle -> {
            T ended = end.apply(sessions);
            accounts.publish(handle, user);
            return ended;
        });
    }
}
