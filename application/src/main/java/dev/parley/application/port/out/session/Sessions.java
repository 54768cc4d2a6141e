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
 * Logins, each found by the digest of its token. Times carry at most microseconds.
 *
 * <p>What ends sessions because the credentials are not the same any more, or are not to be trusted, first locks the user, then
 * changes the credentials, and then ends what is open. What opens a session first locks the user, then confirms the credentials
 * that it has compared, and then opens it. So no session outlives what ended those that were opened with the same credentials.
 */
public interface Sessions {

    /** Most sessions that one {@link #list} returns. */
    int MAX_PAGE = 200;

    /**
     * Opens a session that was last seen when it was created. Under the user's lock, with credentials that are
     * {@linkplain dev.parley.application.port.out.user.Users#confirm confirmed} under it.
     */
    Session open(NewSession session);

    /** The session of this token, also an expired one; empty if there is none, it was closed or its user is erased. */
    Optional<Session> find(TokenDigest digest);

    /**
     * Whether a session of this token was found by this node not long ago, as far as it remembers: it asks nobody. The session
     * may have been ended since. Of a token that {@link #find} has just found nothing for it is false.
     */
    boolean isFamiliar(TokenDigest digest);

    /** The user's session of this id, also an expired one; empty if there is none, it was closed or the user is erased. */
    Optional<Session> find(UserId user, SessionId session);

    /** Writes down when the session was last seen and when it expires; does nothing if it is closed. */
    void see(Session session);

    /**
     * The sessions of the user that are open at {@code now}: last seen first, of those seen together the newest first.
     *
     * @param after the place of the last one seen; empty for the beginning. A session that is used meanwhile moves to the
     *     front
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Session> list(UserId user, Instant now, Optional<SessionPlace> after, int limit);

    /**
     * Whether the user of that name has a session that is open at {@code now} and was opened from the network. Where the
     * answer is no it takes as long for a user with many sessions, with none, and for a name that nobody has: who waits for it
     * must not learn which it was.
     */
    boolean isOpenFrom(Username user, Network network, Instant now);

    /**
     * Ends a session of the user at once and for every node, also one that has expired; false if it is not theirs, was
     * ended before or never was.
     */
    boolean close(UserId user, SessionId session);

    /** Ends every session of the user, expired ones too, but for {@code kept}; which these were, in the order of ids. */
    List<SessionId> closeOthers(UserId user, SessionId kept);

    /** Ends every session of the user, expired ones too; which these were, in the order of ids. */
    List<SessionId> closeAll(UserId user);

    /**
     * Forgets sessions that had expired before {@code before}, no more than some thousands; how many. One that somebody is
     * about to end is left to them, so that nobody waits: it may stay until the next time.
     */
    int removeExpired(Instant before);

    /** A login that was granted. */
    record NewSession(
            TokenDigest digest,
            UserId user,
            Optional<DeviceName> device,
            Instant createdAt,
            Instant expiresAt,
            Origin origin) {}
}
