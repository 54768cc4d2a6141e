package dev.parley.domain.session;

import dev.parley.domain.shared.SessionId;
import java.time.Instant;
import java.util.Comparator;

/**
 * The position of a session in its user's list: most recently used first; on equal times by id, highest first.
 */
public record SessionPlace(Instant lastSeenAt, SessionId id) implements Comparable<SessionPlace> {

    private static final Comparator<SessionPlace> ORDER = Comparator.comparing(SessionPlace::lastSeenAt)
            .thenComparingLong(place -> place.id().value())
            .reversed();

    public static SessionPlace of(Session session) {
        return new SessionPlace(session.lastSeenAt(), session.id());
    }

    @Override
    public int compareTo(SessionPlace other) {
        return ORDER.compare(this, other);
    }
}
