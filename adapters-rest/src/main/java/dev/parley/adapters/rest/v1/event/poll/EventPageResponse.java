package dev.parley.adapters.rest.v1.event.poll;

import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.EventResponse;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import java.util.List;

/**
 * A page of events.
 *
 * @param cursor the cursor for the next poll
 * @param hasMore whether more events are already available
 */
record EventPageResponse(List<EventResponse> items, String cursor, boolean hasMore) implements V1Body {

    EventPageResponse {
        items = List.copyOf(items);
    }

    static EventPageResponse of(Result.Events read) {
        return new EventPageResponse(
                read.events().stream().map(EventResponse::of).toList(),
                EventCursors.CODEC.encode(read.cursor()),
                read.more());
    }
}
