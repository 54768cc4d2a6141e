package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** Sessions in PostgreSQL: open ones have a row, closed ones have none. */
public final class JdbiSessions implements Sessions {

    private static final String OPEN = """
            INSERT INTO session (token_digest, user_id, created_at, last_seen_at, expires_at, address, user_agent)
            VALUES (:digest, :user, :createdAt, :createdAt, :expiresAt, :address, :userAgent)
            RETURNING id, user_id, created_at, last_seen_at, expires_at
            """;

    private static final String FIND = """
            SELECT id, user_id, created_at, last_seen_at, expires_at
            FROM session
            WHERE token_digest = :digest
            """;

    private static final String SEE = """
            UPDATE session
            SET last_seen_at = :lastSeenAt, expires_at = :expiresAt
            WHERE id = :id
            """;

    private static final String CLOSE = "DELETE FROM session WHERE id = :id";

    private static final String CLOSE_ALL = "DELETE FROM session WHERE user_id = :user";

    private final StateStore store;

    public JdbiSessions(StateStore store) {
        this.store = store;
    }

    @Override
    public Session open(NewSession session) {
        return store.with(handle -> handle.createQuery(OPEN)
                .bind("digest", session.digest())
                .bind("user", session.user())
                .bind("createdAt", session.createdAt())
                .bind("expiresAt", session.expiresAt())
                .bind("address", session.origin().address())
                .bind("userAgent", session.origin().userAgent())
                .map(JdbiSessions::session)
                .one());
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("digest", digest)
                .map(JdbiSessions::session)
                .findOne());
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
    public boolean close(SessionId session) {
        return store.with(
                        handle -> handle.createUpdate(CLOSE).bind("id", session).execute())
                > 0;
    }

    @Override
    public int closeAll(UserId user) {
        return store.with(
                handle -> handle.createUpdate(CLOSE_ALL).bind("user", user).execute());
    }

    private static Session session(RowView row) {
        return new Session(
                row.getColumn("id", SessionId.class),
                row.getColumn("user_id", UserId.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("last_seen_at", Instant.class),
                row.getColumn("expires_at", Instant.class));
    }
}
