package dev.parley.domain.receipt;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What one of the two may know of the fate of a message.
 *
 * @param deliveredAt when it was there for its receiver
 * @param readAt when its receiver first read it; empty while it is unread
 */
public record DeliveryReport(Instant deliveredAt, Optional<Instant> readAt) {

    /**
     * To its sender a message is delivered when it is sent, held or not: the time of a release, or its lack, would tell of
     * a block.
     *
     * @throws IllegalArgumentException if the viewer is not {@link Message#isShownTo shown} the message
     */
    public static DeliveryReport of(Message message, UserId viewer, ReadTimes times) {
        if (!message.isShownTo(viewer)) {
            throw new IllegalArgumentException("nobody learns of a message that they are not shown");
        }
        Instant delivered = message.sender().equals(viewer)
                ? message.sentAt()
                : message.visibleAt().orElseThrow();
        return new DeliveryReport(delivered, times.firstReadOf(message));
    }
}
