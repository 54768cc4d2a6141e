package dev.parley.application.port.in.event;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.CursorStatus;
import dev.parley.domain.event.EventView;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A device reads the next events of its user, and waits for new ones.
 *
 * <p>Events, the end of the log and the validity of the session are read from one snapshot. So a session never receives events
 * from after its end.
 */
public interface ReadEventsUseCase {

    /**
     * Maximum number of events in a result; large contents reduce it ({@link dev.parley.domain.conversation.PageBound}).
     */
    int MAX_LIMIT = 200;

    Result read(Query query);

    /**
     * Calls {@code onSignal} when the user may have new events, from the return of this method until the subscription is
     * closed. A signal has no content, and may be repeated or find nothing new. A lost signal is made up for within seconds.
     *
     * @param onSignal must neither block nor throw
     */
    Subscription watch(UserId user, Runnable onSignal);

    /**
     * @param after cursor after which to read; empty to start with the next event that happens
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(Caller caller, Optional<EventCursor> after, int limit) {}

    sealed interface Result {

        /**
         * @param events the events after the cursor in the order of their numbers, without a gap; may be empty
         * @param cursor the cursor for the next read
         * @param more whether more events are already available
         */
        record Events(List<EventView> events, EventCursor cursor, boolean more) implements Result {

            public Events {
                events = List.copyOf(events);
            }
        }

        /**
         * Reading on from the cursor would miss events: the client must load everything again.
         *
         * @param standing the reason; never {@link CursorStatus#GOOD}
         * @param cursor the current end of the events
         */
        record Reset(CursorStatus standing, EventCursor cursor) implements Result {}

        /** The session was ended or has expired. */
        record SessionEnded() implements Result {}
    }
}
