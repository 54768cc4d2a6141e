package dev.parley.domain.receipt;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * At {@code readAt}, {@code reader} had read every message visible to them up to {@code upTo}.
 *
 * <p>Read receipts are append-only. In a conversation, a later receipt of a reader always reaches further.
 *
 * @param upTo place of a message to the reader; receipts from before v1 may have any place
 */
public record ReadReceipt(ConversationId conversation, UserId reader, Place upTo, Instant readAt) {

    /** Whether the reader received the message, its place is within {@code upTo}, and it was visible at {@code readAt}. */
    public boolean covers(Message message) {
        return message.conversation().equals(conversation)
                && message.receiver().equals(reader)
                && message.place().compareTo(upTo) <= 0
                && message.visibleAt()
                        .filter(visible -> !readAt.isBefore(visible))
                        .isPresent();
    }
}
