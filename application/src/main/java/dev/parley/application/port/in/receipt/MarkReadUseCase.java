package dev.parley.application.port.in.receipt;

import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** A user says how far they have read in a conversation. Readings only go forward. */
public interface MarkReadUseCase {

    Result markRead(Command command);

    /**
     * @param peer name as a client wrote it; may be the reader's own, or the tombstone of an erased user
     * @param upTo a message that the reader is shown, of either of the two
     */
    record Command(UserId reader, String peer, MessageId upTo) {}

    /** What came of it. */
    sealed interface Result {

        /**
         * @param changed false if it covered nothing new
         * @param readUpTo the newest message to them that they have read now, also where they named a later one of their
         *     own; empty while they have read nothing
         * @param unread what is left, in this conversation
         */
        record Marked(boolean changed, Optional<MessageId> readUpTo, long unread) implements Result {}

        record NoSuchUser() implements Result {}

        /** No message of this conversation that the reader is shown has this id. */
        record NoSuchMessage() implements Result {}
    }
}
