package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.Named;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.Standing;

/** Data of the events that the stream itself creates, in addition to those of the event log. */
sealed interface StreamMark extends V1Body {

    /** The position of the stream. */
    @Named("StreamPlace")
    record At(
            @Field(value = "Where the stream is.", kind = Kind.CURSOR)
            String cursor) implements StreamMark {}

    /**
     * The stream cannot resume from the client's cursor: the client has missed events.
     *
     * @param snapshot the path to load instead
     */
    @Named("StreamReset")
    record Reset(
            @Field(value = "Where the stream goes on.", kind = Kind.CURSOR)
            String cursor,

            @Field(value = "Why it could not go on from your cursor.", kind = Kind.RESET_REASON)
            String reason,

            @Field(value = "What to load in place of what you miss.", example = "\"/v1/conversations\"")
            String snapshot)
            implements StreamMark {}

    /** The end of the stream. */
    @Named("StreamEnd")
    record Bye(
            @Field(value = "Why it ends.", kind = Kind.ENDING)
            String code) implements StreamMark {}

    static StreamMark at(EventCursor cursor) {
        return new At(EventCursors.CODEC.encode(cursor));
    }

    static StreamMark reset(EventCursor cursor, Standing standing) {
        return new Reset(EventCursors.CODEC.encode(cursor), ResetReason.code(standing), ResetReason.SNAPSHOT);
    }
}
