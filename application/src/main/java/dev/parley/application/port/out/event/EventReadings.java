package dev.parley.application.port.out.event;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device that follows its user's events needs, all of one moment: whether its session still exists, how far the
 * events go, those that come next, and how everybody in them is called.
 *
 * <p>It is read from the state store itself and never from a copy that may lag. What is found is not judged: the session may
 * have expired, and a cursor that nobody can go on from is taken for its number.
 */
public interface EventReadings {

    /** Most events that one reading gives. */
    int MAX_PAGE = PageBound.MAX_ITEMS;

    /**
     * Whoever is asked by many at the same time may answer them together; each gets their own, and a reading that fails
     * fails no other. In a unit of work it sees what that has done.
     *
     * @throws dev.parley.domain.shared.UnavailableException if the state store cannot be read now
     */
    Reading read(Wanted wanted);

    /**
     * @param session of the user
     * @param after the events with higher numbers than its are wanted, whatever its epoch; none are if it is empty
     * @param limit 1 to {@value #MAX_PAGE}
     */
    record Wanted(UserId user, SessionId session, Optional<EventCursor> after, int limit) {

        public Wanted {
            if (limit < 1 || limit > MAX_PAGE) {
                throw new IllegalArgumentException("a limit is 1 to " + MAX_PAGE);
            }
        }
    }

    /**
     * @param session if the user has it
     * @param state as {@link UserEvents#state} tells it
     * @param entries in the order of their numbers, without a gap as far as they are kept: as many as
     *     {@link PageBound#of} the limit has room for with the messages that they name
     * @param names of the user and of everybody whom the entries name, as far as they are somebody
     */
    record Reading(Optional<Session> session, EventLogState state, List<Entry> entries, Map<UserId, Username> names) {

        public Reading {
            entries = List.copyOf(entries);
            names = Map.copyOf(names);
        }
    }

    /**
     * An event and the message that it names, or the one at the place that it names, as it is now.
     *
     * @param message empty for events that name none
     */
    record Entry(UserEvent event, Optional<Message> message) {

        /** How many bytes of UTF-8 the content of the message is; none without one. */
        public long contentBytes() {
            return message.map(Message::contentBytes).orElse(0L);
        }
    }
}
