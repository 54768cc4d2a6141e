package dev.parley.domain.event;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Decides who is notified of a change in a conversation. Blocked users must not be able to detect the block from it. */
public final class ConversationEvents {

    private ConversationEvents() {}

    /** Notifies the sender of every message, and the recipient unless the message is held. */
    public static List<EventDraft> ofSending(Message message) {
        return Stream.of(message.sender(), message.receiver())
                .distinct()
                .filter(message::isShownTo)
                .map(user -> new EventDraft(
                        user,
                        message.sentAt(),
                        new Change.MessageCreated(message.conversation(), message.place(), message.peerOf(user))))
                .toList();
    }

    /**
     * Notifies the reader's other devices and the peer that the reader has read.
     *
     * @param isPeerErased whether the peer's account is erased
     */
    public static List<EventDraft> ofReading(UserId reader, ReadResult reading, boolean isPeerErased) {
        Conversation conversation = reading.conversation();
        UserId peer = conversation.participants().peerOf(reader);
        EventDraft own = new EventDraft(
                reader,
                reading.readAt(),
                new Change.ConversationRead(
                        conversation.id(),
                        reading.upTo(),
                        peer,
                        reading.readAt(),
                        conversation.of(reader).unreadFrom(isPeerErased)));
        if (peer.equals(reader)) {
            return List.of(own);
        }
        Change receipt = new Change.ReceiptRead(conversation.id(), reading.upTo(), reader, reading.readAt());
        return List.of(own, new EventDraft(peer, reading.readAt(), receipt));
    }

    /**
     * Notifies the recipient of each released message. The sender has seen the messages since they were sent, so a note to
     * oneself produces no events.
     */
    public static List<EventDraft> ofRelease(UserId receiver, Release release) {
        Conversation conversation = release.conversation();
        UserId peer = conversation.participants().peerOf(receiver);
        if (peer.equals(receiver)) {
            return List.of();
        }
        return release.released().stream()
                .map(held -> new EventDraft(
                        receiver,
                        release.visibleAt(),
                        new Change.MessageReleased(conversation.id(), held.place(), peer)))
                .toList();
    }
}
