package dev.parley.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When sessions expire.
 *
 * @param lifetime time without use after which a session expires
 * @param seenInterval shortest time between two recorded uses; recording every use would turn every read into a write
 */
public record SessionPolicy(Duration lifetime, Duration seenInterval) {

    public SessionPolicy {
        if (lifetime.isNegative() || lifetime.isZero() || seenInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "lifetime must be > 0 and seenInterval >= 0, were " + lifetime + " and " + seenInterval);
        }
        if (seenInterval.compareTo(lifetime) >= 0) {
            throw new IllegalArgumentException(
                    "seenInterval must be shorter than lifetime " + lifetime + ", was " + seenInterval);
        }
    }

    public Instant expiryOf(Instant lastUse) {
        return lastUse.plus(lifetime);
    }

    /** The session with this use recorded; empty if the last recorded use is recent enough. */
    public Optional<Session> seen(Session session, Instant now) {
        if (now.isBefore(session.lastSeenAt().plus(seenInterval))) {
            return Optional.empty();
        }
        return Optional.of(session.seen(now, expiryOf(now)));
    }
}
