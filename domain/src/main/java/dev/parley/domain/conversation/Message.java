package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as its conversation keeps it. Nothing of it ever changes, but that a held one becomes visible, and that the
 * content goes when its sender has the account erased.
 *
 * @param content what it says; empty once the sender is erased
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
            throw new IllegalArgumentException("a message is not visible before it is sent");
        }
    }

    public boolean isHeld() {
        return visibleAt.isEmpty();
    }

    /**
     * Whether somebody is shown it: one of the two, and nobody else. A sender is shown what is held like any other: nobody
     * can tell a block.
     */
    public boolean isShownTo(UserId viewer) {
        return sender.equals(viewer) || (receiver.equals(viewer) && !isHeld());
    }

    /**
     * The other of the two, seen from one of them; oneself in a note to oneself.
     *
     * @throws IllegalArgumentException if the user is neither
     */
    public UserId peerOf(UserId user) {
        return Participants.of(sender, receiver).peerOf(user);
    }

    /** How many bytes of UTF-8 its content is; none once that is erased. */
    public long contentBytes() {
        return content.map(MessageContent::bytes).orElse(0L);
    }

    /**
     * As anybody reads it while its sender goes by this name. Whoever is erased has written nothing, from that moment on:
     * also where their words are still stored, because taking them away takes its time.
     */
    public Message shownAsFrom(Username nameOfSender) {
        return nameOfSender.isTombstone() ? withoutContent() : this;
    }

    /** What is left of it once its sender is erased. */
    public Message withoutContent() {
        return new Message(id, conversation, place, sender, receiver, Optional.empty(), sentAt, visibleAt);
    }

    /** Held once, and let through by an unblocking. */
    public boolean isReleased() {
        return visibleAt.isPresent() && visibleAt.get().isAfter(sentAt);
    }
}
