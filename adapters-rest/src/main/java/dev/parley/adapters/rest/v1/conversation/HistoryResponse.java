package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Result.Page;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Start;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Written;
import dev.parley.domain.conversation.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a conversation, newest first, whichever way the client goes.
 *
 * @param next cursor to go on with in the client's direction, which is to older messages unless it asked for those after
 *     something; null at the end
 * @param before cursor to older messages; null if there are none
 * @param after cursor to newer messages, at the newest too, so that a client can ask later for what has come since; null
 *     only if there is no message to stand at and none was asked about
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
        List<Message> messages = page.messages().stream().map(Written::message).toList();
        Optional<String> after = cursor(messages.stream().findFirst(), page);
        Optional<String> before =
                cursor(messages.reversed().stream().findFirst(), page).filter(cursor -> page.hasOlder());
        Optional<String> next =
                request.start() instanceof Start.After ? after.filter(cursor -> page.hasNewer()) : before;
        return new HistoryResponse(
                page.messages().stream().map(HistoryResponse::item).toList(),
                next.orElse(null),
                before.orElse(null),
                after.orElse(null));
    }

    /** At the end of the page; where there is nothing on it, at the place that was asked about. */
    private static Optional<String> cursor(Optional<Message> end, Page page) {
        return end.map(HistoryCursors::of).or(page::mark).map(HistoryCursors.CODEC::encode);
    }

    private static MessageResponse item(Written written) {
        return MessageResponse.of(written.message(), written.sender(), written.receiver());
    }
}
