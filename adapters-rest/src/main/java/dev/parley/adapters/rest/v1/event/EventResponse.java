package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.event.ReadEventsUseCase.Happening;
import java.time.Instant;

/**
 * One event, the same on every transport.
 *
 * @param seq number in the log of its user: the next one has the next number
 * @param type what happened; clients pass over types that they do not know
 */
public record EventResponse(
        @Field(value = "Its number among your events: the next one has the next number.", kind = Kind.SEQ)
        long seq,

        @Field(value = "What happened. Pass over types that you do not know.", kind = Kind.EVENT_TYPE)
        String type,

        @Field("When.") Instant at,
        @Field("What there is to say of it.") EventData data)
        implements V1Body {

    public static EventResponse of(Happening happening) {
        EventData data = EventData.of(happening.what());
        return new EventResponse(happening.seq(), EventData.type(happening.what()), happening.at(), data);
    }

    @Override
    public String toString() {
        return "EventResponse[" + seq + " " + type + "]";
    }
}
