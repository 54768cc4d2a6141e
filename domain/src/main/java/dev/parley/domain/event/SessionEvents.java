package dev.parley.domain.event;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The events for ended sessions. A session that expires produces no event. */
public final class SessionEvents {

    private SessionEvents() {}

    public static List<EventDraft> ofEnding(UserId user, Collection<SessionId> sessions, Instant at) {
        return sessions.stream()
                .map(session -> new EventDraft(user, at, new Change.SessionRevoked(session)))
                .toList();
    }
}
