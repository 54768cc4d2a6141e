package dev.parley.adapters.persistence.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.ShortMemory;
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
 * Sessions of which those that were found are found again without the database: every request asks.
 *
 * <p>A session that is ended on this node is refused here once that has committed. One that is ended on another node is
 * refused here when that node's word arrives, which its transaction sends; and if words do not arrive, within
 * {@link AccountChanges#areHeard} of it, because while that is not so nothing is kept at all. Nobody is remembered as
 * having no session: a login is good everywhere at once. A unit of work sees what it has done itself, and so keeps nothing
 * either.
 */
public final class CachedSessions implements Sessions {

    /** For what no node would tell of: an operator who deletes rows. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Some 30 MB. Who is pushed out costs a query. */
    private static final int MOST = 100_000;

    private final Sessions sessions;
    private final StateStore store;
    private final AccountChanges accounts;
    private final ShortMemory<TokenDigest, Session> found;

    public CachedSessions(Sessions sessions, StateStore store, AccountChanges accounts, Ticker ticker) {
        this.sessions = sessions;
        this.store = store;
        this.accounts = accounts;
        this.found = new ShortMemory<>(MOST, LIFETIME, Session::user, accounts.counted(), ticker);
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.isInUse() || !accounts.areHeard() ? unkept(digest) : found.find(digest, sessions::find);
    }

    private Optional<Session> unkept(TokenDigest digest) {
        Optional<Session> session = sessions.find(digest);
        if (session.isEmpty()) {
            found.forget(digest);
        }
        return session;
    }

    @Override
    public boolean isFamiliar(TokenDigest digest) {
        return found.knows(digest);
    }

    @Override
    public Session open(NewSession session) {
        return sessions.open(session);
    }

    @Override
    public void see(Session session) {
        store.inTransaction(handle -> {
            handle.afterCommit(() -> accounts.counted().add(session.user()));
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
        return ending(user, all -> all.close(user, session));
    }

    @Override
    public List<SessionId> closeOthers(UserId user, SessionId kept) {
        return ending(user, all -> all.closeOthers(user, kept));
    }

    @Override
    public List<SessionId> closeAll(UserId user) {
        return ending(user, all -> all.closeAll(user));
    }

    @Override
    public int removeExpired(Instant before) {
        return store.inTransaction(handle -> {
            int removed = sessions.removeExpired(before);
            if (removed > 0) {
                handle.afterCommit(accounts.counted()::addForAll);
            }
            return removed;
        });
    }

    private <T> T ending(UserId user, Function<Sessions, T> end) {
        return store.inTransaction(handle -> {
            T ended = end.apply(sessions);
            accounts.tell(handle, user);
            return ended;
        });
    }
}
