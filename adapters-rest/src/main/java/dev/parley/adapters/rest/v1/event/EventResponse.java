package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.event.ReadEventsUseCase.Happening;
import java.time.Instant;

/**
 * An event, in the same format for polls and streams.
 *
 * @param seq the number in the user's event log; numbers are consecutive
 * @param type the event type; clients ignore unknown types
 */
public record EventResponse(long seq, String type, Instant at, EventData data) implements V1Body {

    public static EventResponse of(Happening happening) {
        EventData data = EventData.of(happening.what());
        return new EventResponse(happening.seq(), EventData.type(happening.what()), happening.at(), data);
    }

    @Override
    public String toString() {
        return "EventResponse[" + seq + " " + type + "]";
    }
}
