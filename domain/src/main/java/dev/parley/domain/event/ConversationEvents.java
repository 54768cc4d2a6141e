package dev.parley.domain.event;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Reading;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Who learns what of a change in a conversation. This is where it is decided that the blocked are told nothing. */
public interface ConversationEvents {

    /** The sender's devices learn of every message, the receiver's of what is not held. */
    static List<EventDraft> ofSending(Message message) {
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
     * The reader's other devices learn how far they have read, and the other one that they have.
     *
     * @param isPeerErased whether the account of the other one is erased
     */
    static List<EventDraft> ofReading(UserId reader, Reading reading, boolean isPeerErased) {
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
     * The receiver learns of each message that is let through; the sender has seen all of them since they were sent, and so
     * has whoever wrote to themselves.
     */
    static List<EventDraft> ofRelease(UserId receiver, Release release) {
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
