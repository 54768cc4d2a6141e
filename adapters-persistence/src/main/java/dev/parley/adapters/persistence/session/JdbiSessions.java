package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.Network;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in PostgreSQL: open ones have a row, closed ones have none. */
public final class JdbiSessions implements Sessions {

    private static final String OPEN = """
            INSERT INTO session
                (token_digest, user_id, device_name, address, network, user_agent, created_at, last_seen_at, expires_at)
            VALUES (:digest, :user, :device, :address, :network, :userAgent, :createdAt, :createdAt, :expiresAt)
            RETURNING {columns}
            """.replace("{columns}", SessionRows.COLUMNS);

    private static final String FIND = """
            SELECT {columns}
            FROM session
            WHERE token_digest = :digest
                AND NOT EXISTS (SELECT FROM user_head WHERE user_head.user_id = session.user_id AND erased)
            """.replace("{columns}", SessionRows.COLUMNS);

    private static final String FIND_BY_ID = """
            SELECT {columns}
            FROM session
            WHERE id = :id AND user_id = :user
                AND NOT EXISTS (SELECT FROM user_head WHERE user_head.user_id = session.user_id AND erased)
            """.replace("{columns}", SessionRows.COLUMNS);

    private static final String LIST = """
            SELECT {columns}
            FROM session
            WHERE user_id = :user AND expires_at > :now
                AND (:afterSeen::timestamptz IS NULL OR (last_seen_at, id) < (:afterSeen, :afterId))
            ORDER BY last_seen_at DESC, id DESC
            LIMIT :limit
            """.replace("{columns}", SessionRows.COLUMNS);

    /** An unknown name takes the same time: no user has the id 0. */
    private static final String IS_OPEN_FROM = """
            SELECT EXISTS (
                SELECT FROM session
                WHERE user_id = coalesce((SELECT id FROM app_user WHERE username = :username), 0)
                    AND network = :network
                    AND expires_at > :now
            )
            """;

    private static final String SEE = """
            UPDATE session
            SET last_seen_at = :lastSeenAt, expires_at = :expiresAt
            WHERE id = :id
            """;

    private static final String CLOSE = "DELETE FROM session WHERE id = :id AND user_id = :user";

    /** Locks in the order of the ids, so that concurrent calls cannot deadlock. */
    private static final String CLOSE_OTHERS = """
            WITH closed AS (
                DELETE FROM session
                WHERE id IN (SELECT id FROM session WHERE user_id = :user AND id <> :kept ORDER BY id FOR UPDATE)
                RETURNING id
            )
            SELECT id FROM closed ORDER BY id
            """;

    private static final String CLOSE_ALL = """
            WITH closed AS (
                DELETE FROM session
                WHERE id IN (SELECT id FROM session WHERE user_id = :user ORDER BY id FOR UPDATE)
                RETURNING id
            )
            SELECT id FROM closed ORDER BY id
            """;

    /** Scans the table, which a job may do. An index on the expiry would have to follow every use of a session. */
    private static final String REMOVE_EXPIRED = """
            DELETE FROM session
            WHERE id IN (SELECT id FROM session WHERE expires_at < :before LIMIT :batch FOR UPDATE SKIP LOCKED)
            """;

    /** Small enough to stay far below the statement time-out. */
    static final int MAX_REMOVED = 5_000;

    private final StateStore store;

    public JdbiSessions(StateStore store) {
        this.store = store;
    }

    @Override
    public Session open(NewSession session) {
        return store.with(handle -> handle.createQuery(OPEN)
                .bind("digest", session.digest())
                .bind("user", session.user())
                .bind("device", session.device())
                .bind("createdAt", session.createdAt())
                .bind("expiresAt", session.expiresAt())
                .bind("address", session.origin().address())
                .bind("network", Network.of(session.origin().address()).text())
                .bind("userAgent", session.origin().userAgent())
                .map(SessionRows.SESSIONS)
                .one());
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("digest", digest)
                .map(SessionRows.SESSIONS)
                .findOne());
    }

    /** The database is no cache. */
    @Override
    public boolean isFamiliar(TokenDigest digest) {
        return false;
    }

    @Override
    public void see(Session session) {
        store.with(handle -> handle.createUpdate(SEE)
                .bind("id", session.id())
                .bind("lastSeenAt", session.lastSeenAt())
                .bind("expiresAt", session.expiresAt())
                .execute());
    }

    @Override
    public Optional<Session> find(UserId user, SessionId session) {
        return store.with(handle -> handle.createQuery(FIND_BY_ID)
                .bind("user", user)
                .bind("id", session)
                .map(SessionRows.SESSIONS)
                .findOne());
    }

    @Override
    public List<Session> list(UserId user, Instant now, Optional<SessionPlace> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST)
                .bind("user", user)
                .bind("now", now)
                .bind("afterSeen", after.map(SessionPlace::lastSeenAt))
                .bind("afterId", after.map(SessionPlace::id))
                .bind("limit", limit)
                .map(SessionRows.SESSIONS)
                .list());
    }

    @Override
    public boolean isOpenFrom(Username user, Network network, Instant now) {
        return store.with(handle -> handle.createQuery(IS_OPEN_FROM)
                .bind("username", user)
                .bind("network", network.text())
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public boolean close(UserId user, SessionId session) {
        return store.with(handle -> handle.createUpdate(CLOSE)
                        .bind("user", user)
                        .bind("id", session)
                        .execute())
                > 0;
    }

    @Override
    public List<SessionId> closeOthers(UserId user, SessionId kept) {
        return store.with(handle -> handle.createQuery(CLOSE_OTHERS)
                .bind("user", user)
                .bind("kept", kept)
                .mapTo(SessionId.class)
                .list());
    }

    @Override
    public List<SessionId> closeAll(UserId user) {
        return store.with(handle -> handle.createQuery(CLOSE_ALL)
                .bind("user", user)
                .mapTo(SessionId.class)
                .list());
    }

    @Override
    public int removeExpired(Instant before) {
        return store.with(handle -> handle.createUpdate(REMOVE_EXPIRED)
                .bind("before", before)
                .bind("batch", MAX_REMOVED)
                .execute());
    }
}
