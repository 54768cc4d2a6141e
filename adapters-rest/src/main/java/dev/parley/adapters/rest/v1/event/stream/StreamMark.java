package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.Standing;

/** What a stream says of itself, between the events of the log. */
sealed interface StreamMark extends V1Body {

    /** Where the stream is. */
    record At(String cursor) implements StreamMark {}

    /**
     * The stream is not where the client wanted it to be, and the client misses something.
     *
     * @param snapshot path of what to load in its place
     */
    record Reset(String cursor, String reason, String snapshot) implements StreamMark {}

    /** It ends. */
    record Bye(String code) implements StreamMark {}

    static StreamMark at(EventCursor cursor) {
        return new At(EventCursors.CODEC.encode(cursor));
    }

    static StreamMark reset(EventCursor cursor, Standing standing) {
        return new Reset(EventCursors.CODEC.encode(cursor), ResetReason.code(standing), ResetReason.SNAPSHOT);
    }
}
