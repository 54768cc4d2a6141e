package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.inbox.InboxQueries.Inbox;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of conversations, latest first.
 *
 * @param next the cursor of the next page; null on the last one
 * @param eventCursor the cursor to follow events from: the page includes the effect of all earlier events
 */
record InboxResponse(
        List<ConversationResponse> items, @Nullable String next, String eventCursor) implements V1Body {

    InboxResponse {
        items = List.copyOf(items);
    }

    static InboxResponse of(Inbox inbox, UserId owner) {
        return new InboxResponse(
                inbox.entries().stream()
                        .map(entry -> ConversationResponse.of(entry, owner))
                        .toList(),
                inbox.more()
                        ? InboxCursors.CODEC.encode(inbox.entries().getLast().place())
                        : null,
                EventCursors.CODEC.encode(inbox.cursor()));
    }
}
