package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Result.Page;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Start;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a conversation, newest first, whichever way the client goes.
 *
 * @param next cursor to go on with in the client's direction, which is to older messages unless it asked for those after
 *     something; null at the end
 * @param before cursor to older messages; null if there are none
 * @param after cursor to newer messages, at the newest too, so that a client can ask later for what has come since; null
 *     only if there is no message to stand at
 */
record HistoryResponse(
        @Field("Newest first.") List<MessageResponse> items,

        @Field(
                value = "To go on in your direction, which is to older messages unless you asked for those after"
                        + " something: send it as the same parameter. Null at the end.",
                kind = Kind.CURSOR)
        @Nullable String next,

        @Field(value = "Send it as `before` for older messages; null if there are none.", kind = Kind.CURSOR) @Nullable String before,

        @Field(
                value = "Send it as `after` for newer messages, now or when there are some; null only if there is"
                        + " no message to stand at.",
                kind = Kind.CURSOR)
        @Nullable String after)
        implements V1Body {

    HistoryResponse {
        items = List.copyOf(items);
    }

    static HistoryResponse of(Page page, HistoryRequest request) {
        boolean goesToNewer = request.start() instanceof Start.After;
        if (page.messages().isEmpty()) {
            return new HistoryResponse(List.of(), null, null, goesToNewer ? request.asked() : null);
        }
        String after = HistoryCursors.at(page.messages().getFirst().message());
        String before =
                page.hasOlder() ? HistoryCursors.at(page.messages().getLast().message()) : null;
        return new HistoryResponse(
                page.messages().stream().map(HistoryResponse::item).toList(),
                goesToNewer ? (page.hasNewer() ? after : null) : before,
                before,
                after);
    }

    private static MessageResponse item(Written written) {
        return MessageResponse.of(written.message(), written.sender(), written.receiver());
    }
}
