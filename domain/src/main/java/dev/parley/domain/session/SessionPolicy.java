package dev.parley.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a session lives.
 *
 * @param lifetime a session that is not used for so long expires; each use begins it anew
 * @param seenInterval uses closer together than this are not written down, or every reading would be a write
 */
public record SessionPolicy(Duration lifetime, Duration seenInterval) {

    public SessionPolicy {
        if (lifetime.isNegative() || lifetime.isZero() || seenInterval.isNegative()) {
            throw new IllegalArgumentException("a session lives for some time and is seen at intervals");
        }
        if (seenInterval.compareTo(lifetime) >= 0) {
            throw new IllegalArgumentException("a session would expire before it is seen again");
        }
    }

    public Instant expiryOf(Instant lastUse) {
        return lastUse.plus(lifetime);
    }

    /** The session with this use written down; empty if the last one written is recent enough. */
    public Optional<Session> seen(Session session, Instant now) {
        if (now.isBefore(session.lastSeenAt().plus(seenInterval))) {
            return Optional.empty();
        }
        return Optional.of(session.seen(now, expiryOf(now)));
    }
}
