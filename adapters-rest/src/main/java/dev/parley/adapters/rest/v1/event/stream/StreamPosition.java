package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.event.EventResponse;
import dev.parley.application.port.in.event.ReadEventsUseCase.Happening;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.domain.event.EventCursor;
import java.util.Optional;

/**
 * How far a stream has told its client what there is. It is all that a stream remembers: what happens meanwhile waits in
 * the log, and what was read and not written can be read again.
 *
 * @param cursor the last event that was told, or where the client wants to begin; empty for whatever comes next
 */
record StreamPosition(Optional<EventCursor> cursor, Stage stage) {

    /** So much text is enough for once; a single event may be more. */
    static final int ENOUGH_BYTES = 16 * 1024;

    /** How far the telling has come. */
    enum Stage {
        /** The client has not been told where the stream begins. */
        OPENING,
        /** It is being told what it has missed. */
        CATCHING_UP,
        /** It knows all that there was. */
        LIVE
    }

    static StreamPosition beginning(Optional<EventCursor> after) {
        return new StreamPosition(after, Stage.OPENING);
    }

    Passage tell(Result.Events read) {
        SseText text = new SseText();
        EventCursor at = cursor.orElse(read.cursor());
        if (stage == Stage.OPENING) {
            text.event(cursor.isPresent() ? "resumed" : "fresh", at, StreamMark.at(at));
        }
        int told = 0;
        while (told < read.events().size() && text.size() < ENOUGH_BYTES) {
            Happening happening = read.events().get(told);
            at = new EventCursor(read.cursor().epoch(), happening.seq());
            EventResponse event = EventResponse.of(happening);
            text.event(event.type(), at, event);
            told++;
        }
        int unused = read.events().size() - told;
        return read.more() || unused > 0
                ? new Passage(text, new StreamPosition(Optional.of(at), unlessLive()), true, unused)
                : caughtUp(text, at);
    }

    /** The client must load everything anew; what comes after that it gets from here. */
    Passage tell(Result.Reset reset) {
        SseText text = new SseText().event("reset", reset.cursor(), StreamMark.reset(reset.cursor(), reset.standing()));
        return new StreamPosition(Optional.of(reset.cursor()), Stage.CATCHING_UP).caughtUp(text, reset.cursor());
    }

    private Passage caughtUp(SseText text, EventCursor at) {
        if (stage != Stage.LIVE) {
            text.event("caught_up", at, StreamMark.at(at));
        }
        return new Passage(text, new StreamPosition(Optional.of(at), Stage.LIVE), false, 0);
    }

    private Stage unlessLive() {
        return stage == Stage.LIVE ? Stage.LIVE : Stage.CATCHING_UP;
    }
}
