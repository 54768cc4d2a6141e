package dev.parley.domain.event;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the devices of a user learn when sessions of theirs are ended. One that has expired ends in silence. */
public interface SessionEvents {

    static List<EventDraft> ofEnding(UserId user, Collection<SessionId> sessions, Instant at) {
        return sessions.stream()
                .map(session -> new EventDraft(user, at, new Change.SessionRevoked(session)))
                .toList();
    }
}
