package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Result.Page;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Start;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.domain.conversation.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, newest first, in both directions.
 *
 * @param next the cursor of the next page in the direction of the request: newer messages after {@code after}, older ones
 *     otherwise; null at the end
 * @param before the cursor of older messages; null if there are none
 * @param after the cursor of newer messages, also of those to come; null only if the page is empty and the request named no
 *     place
 */
record HistoryResponse(
        List<MessageResponse> items,
        @Nullable String next,
        @Nullable String before,
        @Nullable String after) implements V1Body {

    HistoryResponse {
        items = List.copyOf(items);
    }

    static HistoryResponse of(Page page, HistoryRequest request) {
        List<Message> messages =
                page.messages().stream().map(NamedMessage::message).toList();
        Optional<String> after = cursor(messages.stream().findFirst(), page);
        Optional<String> before =
                cursor(messages.reversed().stream().findFirst(), page).filter(cursor -> page.hasOlder());
        Optional<String> next =
                request.start() instanceof Start.After ? after.filter(cursor -> page.hasNewer()) : before;
        return new HistoryResponse(
                page.messages().stream().map(MessageResponse::of).toList(),
                next.orElse(null),
                before.orElse(null),
                after.orElse(null));
    }

    /** The place of this message; on an empty page the place that the request named. */
    private static Optional<String> cursor(Optional<Message> end, Page page) {
        return end.map(HistoryCursors::of).or(page::mark).map(HistoryCursors.CODEC::encode);
    }
}
