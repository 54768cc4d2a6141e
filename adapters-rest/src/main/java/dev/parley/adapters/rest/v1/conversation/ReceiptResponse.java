package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Result.Marked;
import org.jspecify.annotations.Nullable;

/**
 * The read position of the caller.
 *
 * @param readUpTo the id of the newest read message; null if none
 * @param unreadCount the number of unread messages in this conversation
 */
record ReceiptResponse(@Nullable String readUpTo, long unreadCount) implements V1Body {

    static ReceiptResponse of(Marked marked) {
        return new ReceiptResponse(marked.readUpTo().map(MessageName::of).orElse(null), marked.unread());
    }
}
