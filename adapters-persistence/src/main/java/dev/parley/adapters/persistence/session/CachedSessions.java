package dev.parley.adapters.persistence.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.Changes;
import dev.parley.adapters.persistence.shared.ShortMemory;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Sessions of which those that were just found are found again without the database: every request asks.
 *
 * <p>A session that is ended on this node is refused here once that has committed. One that is ended on another node is
 * refused here within {@link #LIFETIME}, whatever becomes of notifications, because nothing is kept for longer. While the
 * node does not hear the others it keeps nothing at all. Nobody is remembered as having no session: a login is good
 * everywhere at once. A unit of work sees what it has done itself, and so keeps nothing either.
 */
public final class CachedSessions implements Sessions {

    /** How long an ended session may still pass on other nodes. */
    static final Duration LIFETIME = Duration.ofMillis(900);

    /** Some 30 MB. Who is pushed out costs a query. */
    private static final int MOST = 100_000;

    private final Sessions sessions;
    private final StateStore store;
    private final BooleanSupplier hearsOthers;
    private final Changes changes = new Changes();
    private final ShortMemory<TokenDigest, Session> found;

    /** @param hearsOthers whether notifications of other nodes arrive */
    public CachedSessions(Sessions sessions, StateStore store, BooleanSupplier hearsOthers, Ticker ticker) {
        this.sessions = sessions;
        this.store = store;
        this.hearsOthers = hearsOthers;
        this.found = new ShortMemory<>(MOST, LIFETIME, Session::user, changes, ticker);
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.isInUse() || !hearsOthers.getAsBoolean()
                ? sessions.find(digest)
                : found.find(digest, sessions::find);
    }

    @Override
    public Session open(NewSession session) {
        return sessions.open(session);
    }

    @Override
    public void see(Session session) {
        changing(session.user(), all -> {
            all.see(session);
            return true;
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
    public boolean close(UserId user, SessionId session) {
        return changing(user, all -> all.close(user, session));
    }

    @Override
    public List<SessionId> closeOthers(UserId user, SessionId kept) {
        return changing(user, all -> all.closeOthers(user, kept));
    }

    @Override
    public List<SessionId> closeAll(UserId user) {
        return changing(user, all -> all.closeAll(user));
    }

    @Override
    public int removeExpired(Instant before) {
        return store.inTransaction(handle -> {
            handle.afterCommit(changes::addForAll);
            return sessions.removeExpired(before);
        });
    }

    private <T> T changing(UserId user, Function<Sessions, T> change) {
        return store.inTransaction(handle -> {
            handle.afterCommit(() -> changes.add(user));
            return change.apply(sessions);
        });
    }
}
