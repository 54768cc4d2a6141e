package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.CursorStatus;

/** Data of the events that the stream itself creates, in addition to those of the event log. */
sealed interface StreamControlEvent extends V1Body {

    /** The position of the stream. */
    record At(String cursor) implements StreamControlEvent {}

    /**
     * The stream cannot resume from the client's cursor: the client has missed events.
     *
     * @param snapshot the path to load instead
     */
    record Reset(String cursor, String reason, String snapshot) implements StreamControlEvent {}

    /** The end of the stream. */
    record Bye(String code) implements StreamControlEvent {}

    static StreamControlEvent at(EventCursor cursor) {
        return new At(EventCursors.CODEC.encode(cursor));
    }

    static StreamControlEvent reset(EventCursor cursor, CursorStatus standing) {
        return new Reset(EventCursors.CODEC.encode(cursor), ResetReason.code(standing), ResetReason.SNAPSHOT);
    }
}
