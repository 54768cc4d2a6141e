package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Result.Marked;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller has read now.
 *
 * @param readUpTo id of a message; null while they have read nothing
 * @param unreadCount what is left in this conversation
 */
record ReceiptResponse(@Nullable String readUpTo, long unreadCount) implements V1Body {

    static ReceiptResponse of(Marked marked) {
        return new ReceiptResponse(marked.readUpTo().map(MessageName::of).orElse(null), marked.unread());
    }
}
