package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.Named;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.Standing;

/** What a stream says of itself, between the events of the log. */
sealed interface StreamMark extends V1Body {

    /** Where the stream is. */
    @Named("StreamPlace")
    record At(
            @Field(value = "Where the stream is.", kind = Kind.CURSOR)
            String cursor) implements StreamMark {}

    /**
     * The stream is not where the client wanted it to be, and the client misses something.
     *
     * @param snapshot path of what to load in its place
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

    /** It ends. */
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
