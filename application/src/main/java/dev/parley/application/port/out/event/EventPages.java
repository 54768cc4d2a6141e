package dev.parley.application.port.out.event;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the next events of a user for one session. The session, the extent of the event log, the events and the names of the
 * users in them come from one snapshot.
 *
 * <p>It reads from the primary, never from a replica that may lag. The result is not validated: the session may have expired,
 * and only the number of the cursor is used.
 */
public interface EventPages {

    /** Maximum number of events in a result. */
    int MAX_PAGE = PageBound.MAX_ITEMS;

    /**
     * Reads the events. An adapter may serve concurrent calls in one batch; a failed call does not affect the others. In a unit
     * of work, it sees the changes of that unit.
     *
     * @throws dev.parley.domain.shared.UnavailableException if the state store is unavailable
     */
    EventPage read(EventPageQuery wanted);

    /**
     * @param session a session of the user
     * @param after the events with higher numbers are read, whatever the epoch; no events if empty
     * @param limit 1 to {@value #MAX_PAGE}
     */
    record EventPageQuery(UserId user, SessionId session, Optional<EventCursor> after, int limit) {

        public EventPageQuery {
            PageLimit.require(limit, MAX_PAGE);
        }
    }

    /**
     * @param session empty if the user has no such session
     * @param state as in {@link UserEvents#state}
     * @param entries in the order of their numbers, without a gap among the retained ones; with their messages they fit into
     *     {@link PageBound#of} the limit
     * @param names names of the user and of all existing users in the entries
     */
    record EventPage(
            Optional<Session> session, EventLogState state, List<EventEntry> entries, Map<UserId, Username> names) {

        public EventPage {
            entries = List.copyOf(entries);
            names = Map.copyOf(names);
        }
    }

    /**
     * An event with the current state of the message to which it refers.
     *
     * @param message empty for events that do not refer to a message
     */
    record EventEntry(UserEvent event, Optional<Message> message) {

        /** Size of the message content in bytes of UTF-8; 0 without a message. */
        public long contentBytes() {
            return message.map(Message::contentBytes).orElse(0L);
        }
    }
}
