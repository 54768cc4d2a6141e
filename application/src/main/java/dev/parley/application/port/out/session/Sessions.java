package dev.parley.application.port.out.session;

import dev.parley.domain.limit.Network;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Login sessions, found by the digest of their token. Times have at most microsecond precision.
 *
 * <p>A change of credentials locks the user, changes the credentials, and then ends the open sessions. A login locks the user,
 * {@linkplain dev.parley.application.port.out.user.Users#confirm confirms} the credentials that it has verified, and then opens
 * the session. So no session opened with old credentials survives their change.
 */
public interface Sessions {

    /** Maximum number of sessions that {@link #list} returns. */
    int MAX_PAGE = 200;

    /**
     * Opens a session, last seen at its creation. Requires the user's lock and credentials that were
     * {@linkplain dev.parley.application.port.out.user.Users#confirm confirmed} under it.
     */
    Session open(NewSession session);

    /** The session with this token, even if expired; empty if it does not exist, was closed or its user is erased. */
    Optional<Session> find(TokenDigest digest);

    /**
     * Whether this node's cache contains a session with this token; it makes no query. The session may have been ended since.
     * False directly after {@link #find} returned empty for this token.
     */
    boolean isFamiliar(TokenDigest digest);

    /** The user's session with this id, even if expired; empty if it does not exist, was closed or the user is erased. */
    Optional<Session> find(UserId user, SessionId session);

    /** Stores when the session was last seen and when it expires; does nothing if it is closed. */
    void see(Session session);

    /**
     * Lists the user's sessions that are open at {@code now}, in the order of {@link SessionPlace}.
     *
     * @param after the place of the last session read; empty to start at the beginning. A session that is used between two
     *     calls moves to the front
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Session> list(UserId user, Instant now, Optional<SessionPlace> after, int limit);

    /**
     * Whether the user with that name has a session that is open at {@code now} and was opened from the network. If not, the
     * call takes equally long for users with many sessions, with none, and for unknown names, so that its duration reveals
     * nothing.
     */
    boolean isOpenFrom(Username user, Network network, Instant now);

    /**
     * Closes a session of the user immediately on all nodes, even if it has expired. Returns false if it does not exist, is
     * already closed or belongs to another user.
     */
    boolean close(UserId user, SessionId session);

    /** Closes all sessions of the user except {@code kept}, even expired ones; returns their ids in ascending order. */
    List<SessionId> closeOthers(UserId user, SessionId kept);

    /** Closes all sessions of the user, even expired ones; returns their ids in ascending order. */
    List<SessionId> closeAll(UserId user);

    /**
     * Deletes up to some thousands of sessions that expired before {@code before}; returns their number. Sessions that are
     * locked by another transaction are skipped until a later call, so this does not wait.
     */
    int removeExpired(Instant before);

    /** A session to open after a successful login. */
    record NewSession(
            TokenDigest digest,
            UserId user,
            Optional<DeviceName> device,
            Instant createdAt,
            Instant expiresAt,
            Origin origin) {}
}
