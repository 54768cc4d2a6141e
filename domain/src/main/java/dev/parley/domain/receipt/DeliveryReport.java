package dev.parley.domain.receipt;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The receipts of a message, as one participant may see them.
 *
 * @param deliveredAt when the message was delivered
 * @param readAt when its recipient first read it; empty while it is unread
 */
public record DeliveryReport(Instant deliveredAt, Optional<Instant> readAt) {

    /**
     * The report for one viewer. For the sender, the delivery time is the sending time even for a held message, because
     * the real time would reveal a block.
     *
     * @throws IllegalArgumentException if the message is not {@linkplain Message#isShownTo visible} to the viewer
     */
    public static DeliveryReport of(Message message, UserId viewer, ReadTimes times) {
        if (!message.isShownTo(viewer)) {
            throw new IllegalArgumentException(
                    "message " + message.id().value() + " must be visible to user " + viewer.value());
        }
        Instant delivered = message.sender().equals(viewer)
                ? message.sentAt()
                : message.visibleAt().orElseThrow();
        return new DeliveryReport(delivered, times.firstReadOf(message));
    }
}
