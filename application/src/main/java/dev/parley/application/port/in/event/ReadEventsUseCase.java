package dev.parley.application.port.in.event;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.Standing;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device reads on in the events of its user.
 *
 * <p>Events, the end that they reach and whether the session still lets anybody in are of one moment. So nothing that
 * happened after a session has ended is ever given to it.
 */
public interface ReadEventsUseCase {

    /** Most events that one reading gives; fewer if their contents are large ({@link dev.parley.domain.conversation.PageBound}). */
    int MAX_LIMIT = 200;

    Result read(Query query);

    /**
     * @param after where to go on; empty to begin with what comes next
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(Caller caller, Optional<EventCursor> after, int limit) {}

    /** What came of it. */
    sealed interface Result {

        /**
         * @param events in the order of their numbers, without a gap, from the one after the cursor on; perhaps none
         * @param cursor where to go on
         * @param more whether there are more already
         */
        record Events(List<Happening> events, EventCursor cursor, boolean more) implements Result {

            public Events {
                events = List.copyOf(events);
            }
        }

        /**
         * Nobody can go on from the cursor without missing something: load everything anew.
         *
         * @param standing why; never {@link Standing#GOOD}
         * @param cursor where the events are now
         */
        record Reset(Standing standing, EventCursor cursor) implements Result {}

        /** The session has been ended or has expired. */
        record SessionEnded() implements Result {}
    }

    /** One event with the names and contents that there are at the moment of reading. */
    record Happening(long seq, Instant at, What what) {}

    /** What happened. */
    sealed interface What {

        /** @param receiver of the message; the reader is one of the two */
        record MessageCreated(Username peer, Message message, Username sender, Username receiver) implements What {}

        record MessageReleased(Username peer, Message message, Username sender, Username receiver) implements What {}

        record ReceiptRead(Username peer, MessageId readUpTo, Instant readAt) implements What {}

        record ConversationRead(Username peer, MessageId readUpTo, Instant readAt, long unread) implements What {}

        record BlockCreated(Username blocked) implements What {}

        record BlockRemoved(Username blocked) implements What {}

        record SessionRevoked(SessionId session) implements What {}

        /** @param peer the tombstone */
        record UserErased(Username peer) implements What {}
    }
}
