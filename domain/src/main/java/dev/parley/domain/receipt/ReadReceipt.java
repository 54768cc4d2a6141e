package dev.parley.domain.receipt;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One reading: at {@code readAt}, {@code reader} had seen everything visible to them up to {@code upTo}.
 *
 * <p>Readings are only ever added. Within a conversation a later one always reaches further.
 *
 * @param upTo place of a message to the reader; readings from before v1 may name any place
 */
public record ReadReceipt(ConversationId conversation, UserId reader, Place upTo, Instant readAt) {

    /** Whether this reading saw the message: it was theirs to read, within reach, and visible by then. */
    public boolean covers(Message message) {
        return message.conversation().equals(conversation)
                && message.receiver().equals(reader)
                && message.place().compareTo(upTo) <= 0
                && message.visibleAt()
                        .filter(visible -> !readAt.isBefore(visible))
                        .isPresent();
    }
}
