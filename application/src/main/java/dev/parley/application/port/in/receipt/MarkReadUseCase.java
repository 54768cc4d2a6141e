package dev.parley.application.port.in.receipt;

import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** A user marks messages of a conversation as read. Marks only move forward. */
public interface MarkReadUseCase {

    Result markRead(Command command);

    /**
     * @param peer name as sent by the client; may be the reader's own, or the tombstone of an erased user
     * @param upTo a message visible to the reader, from either participant
     */
    record Command(UserId reader, String peer, MessageId upTo) {}

    sealed interface Result {

        /**
         * @param changed false if no message was newly read
         * @param readUpTo the newest received message that is now read, even if {@code upTo} is a later message of the
         *     reader; empty if none is read
         * @param unread number of unread messages left in this conversation
         */
        record Marked(boolean changed, Optional<MessageId> readUpTo, long unread) implements Result {}

        record NoSuchUser() implements Result {}

        /** No message with this id in this conversation is visible to the reader. */
        record NoSuchMessage() implements Result {}
    }
}
