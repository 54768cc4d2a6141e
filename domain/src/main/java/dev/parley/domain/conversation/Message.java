package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored message. It changes in two cases only: a held message becomes visible, and the content is deleted after its
 * sender's account is erased.
 *
 * @param content empty once it is deleted
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
        Optional<MessageContent> content,
        Instant sentAt,
        Optional<Instant> visibleAt) {

    public Message {
        if (visibleAt.isPresent() && visibleAt.get().isBefore(sentAt)) {
            throw new IllegalArgumentException(
                    "expected visibleAt not before sentAt, found %s before %s".formatted(visibleAt.get(), sentAt));
        }
    }

    public boolean isHeld() {
        return visibleAt.isEmpty();
    }

    /**
     * Whether the viewer sees it. Its sender sees it also while it is held, so no sender can detect a block. Its receiver sees
     * it once it is visible, and other users never do.
     */
    public boolean isShownTo(UserId viewer) {
        return sender.equals(viewer) || (receiver.equals(viewer) && !isHeld());
    }

    /**
     * The other participant; the user themselves in a note to oneself.
     *
     * @throws IllegalArgumentException if the user is neither its sender nor its receiver
     */
    public UserId peerOf(UserId user) {
        return Participants.of(sender, receiver).peerOf(user);
    }

    /** The size of the content in bytes of UTF-8; 0 once it is deleted. */
    public long contentBytes() {
        return content.map(MessageContent::bytes).orElse(0L);
    }

    /**
     * The message as users see it while its sender has this name. The content of an erased sender is hidden from the moment
     * of the erasure, also while it is still stored: Parley deletes it in small steps.
     */
    public Message shownAsFrom(Username nameOfSender) {
        return nameOfSender.isTombstone() ? withoutContent() : this;
    }

    public Message withoutContent() {
        return new Message(id, conversation, place, sender, receiver, Optional.empty(), sentAt, visibleAt);
    }

    /** Whether it was held, and became visible when the block was lifted. */
    public boolean isReleased() {
        return visibleAt.isPresent() && visibleAt.get().isAfter(sentAt);
    }
}
