package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.inbox.InboxQueries.Inbox;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some conversations, latest first.
 *
 * @param next cursor to go on with; null at the end of the list
 * @param eventCursor from which to follow the events: what happened before it, this page shows
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
