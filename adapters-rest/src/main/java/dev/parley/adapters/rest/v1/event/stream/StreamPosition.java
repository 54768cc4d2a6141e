package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.event.EventResponse;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventView;
import java.util.Optional;

/**
 * The position of a stream. It is the only state of a stream: later events stay in the log, and events that were read
 * but not written are read again.
 *
 * @param cursor the last event that was written, or the cursor of the client; empty for events after now
 */
record StreamPosition(Optional<EventCursor> cursor, Stage stage) {

    /** A chunk ends after this many bytes; a single event may be larger. */
    static final int ENOUGH_BYTES = 16 * 1024;

    enum Stage {
        /** The position is not yet written. */
        OPENING,
        /** Events from before the stream opened are being written. */
        CATCHING_UP,
        /** The client has received all events up to now. */
        LIVE
    }

    static StreamPosition beginning(Optional<EventCursor> after) {
        return new StreamPosition(after, Stage.OPENING);
    }

    SseChunk tell(Result.Events read) {
        SseText text = new SseText();
        EventCursor at = cursor.orElse(read.cursor());
        if (stage == Stage.OPENING) {
            text.event(cursor.isPresent() ? "resumed" : "fresh", at, StreamControlEvent.at(at));
        }
        int written = 0;
        while (written < read.events().size() && text.size() < ENOUGH_BYTES) {
            EventView view = read.events().get(written);
            at = new EventCursor(read.cursor().epoch(), view.seq());
            EventResponse event = EventResponse.of(view);
            text.event(event.type(), at, event);
            written++;
        }
        int unused = read.events().size() - written;
        return read.more() || unused > 0
                ? new SseChunk(text, new StreamPosition(Optional.of(at), unlessLive()), true, unused)
                : caughtUp(text, at);
    }

    /** The client must load the snapshot; the stream continues with the events after it. */
    SseChunk tell(Result.Reset reset) {
        SseText text = new SseText()
                .event("reset", reset.cursor(), StreamControlEvent.reset(reset.cursor(), reset.standing()));
        return new StreamPosition(Optional.of(reset.cursor()), Stage.CATCHING_UP).caughtUp(text, reset.cursor());
    }

    private SseChunk caughtUp(SseText text, EventCursor at) {
        if (stage != Stage.LIVE) {
            text.event("caught_up", at, StreamControlEvent.at(at));
        }
        return new SseChunk(text, new StreamPosition(Optional.of(at), Stage.LIVE), false, 0);
    }

    private Stage unlessLive() {
        return stage == Stage.LIVE ? Stage.LIVE : Stage.CATCHING_UP;
    }
}
