package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as its conversation keeps it. Nothing of it ever changes, but that a held one becomes visible.
 *
 * @param sentAt later than the time of every message before it in the conversation
 * @param visibleAt when its receiver could first see it: {@code sentAt}, or later if it was held and released; empty
 *     while it is held
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        Place place,
        UserId sender,
        UserId receiver,
        MessageContent content,
        Instant sentAt,
        Optional<Instant> visibleAt) {

    public Message {
        if (visibleAt.isPresent() && visibleAt.get().isBefore(sentAt)) {
            throw new IllegalArgumentException("a message is not visible before it is sent");
        }
    }

    public boolean isHeld() {
        return visibleAt.isEmpty();
    }

    /** Held once, and let through by an unblocking. */
    public boolean isReleased() {
        return visibleAt.isPresent() && visibleAt.get().isAfter(sentAt);
    }
}
