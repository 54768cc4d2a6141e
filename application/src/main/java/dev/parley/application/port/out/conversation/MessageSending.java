package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;

/**
 * Takes a message into its conversation, and all that belongs to it, in one atomic step.
 *
 * <p>The step is: lock both users, load the conversation (begin it if this is the first message), whether the receiver
 * blocks the sender and what the draft's key was used for, let
 * {@link dev.parley.domain.conversation.UsedKey} and {@link dev.parley.domain.conversation.Conversation#append} decide,
 * and store the message, the counts, the key, a {@link dev.parley.domain.activity.ActivityType#MESSAGE_SEND} for the log
 * store and the {@link dev.parley.domain.event.ConversationEvents events}. It is one port call, and not a unit of work of
 * the caller's, so that an adapter may take many drafts in one transaction.
 *
 * <p>Places of a conversation and numbers of events leave no gap, whoever sends at the same time. Once this returns the
 * message survives any crash, and whoever watches the users concerned is told; once a block has returned, every later
 * message of the blocked is held. Of sends under one key one is stored, also when they come at the same time or on other
 * nodes, and the others are answered with it; also once the receiver is erased, as a key is looked at before the receiver.
 */
public interface MessageSending {

    /**
     * @throws IllegalStateException inside a {@link dev.parley.application.port.out.shared.UnitOfWork}: the message
     *     would be acknowledged before it is safe
     * @throws dev.parley.domain.shared.UnavailableException if the state store cannot take it now: nothing was stored
     * @throws dev.parley.domain.shared.OutcomeUnknownException if it may have been stored: only a key tells a repeat from
     *     another send
     */
    Outcome send(MessageDraft draft);

    /** What became of a draft. */
    sealed interface Outcome {

        /**
         * @param message as it is now, also of a repeat
         * @param replayed whether a send under the same key stored it before, and this one nothing
         */
        record Sent(Message message, boolean replayed) implements Outcome {}

        /** Nothing was stored: the sender has used the key for another send. */
        record KeyReused() implements Outcome {}

        /** Nothing was stored: the sender does not exist or is erased, whatever the receiver is. */
        record NoSuchSender() implements Outcome {}

        /** Nothing was stored: the receiver does not exist or is erased, and this is no repeat. */
        record NoSuchUser() implements Outcome {}
    }
}
