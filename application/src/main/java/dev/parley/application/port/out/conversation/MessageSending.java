package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;

/**
 * Takes a message into its conversation, and all that belongs to it, in one atomic step.
 *
 * <p>The step is: lock both users, load the conversation (begin it if this is the first message) and whether the
 * receiver blocks the sender, let {@link dev.parley.domain.conversation.Conversation#append} decide, and store the
 * message, the counts, and a {@link dev.parley.domain.activity.ActivityType#MESSAGE_SEND} for the log store. It is one
 * port call, and not a unit of work of the caller's, so that an adapter may take many drafts in one transaction.
 *
 * <p>Places of a conversation leave no gap, whoever sends at the same time. Once this returns the message survives any
 * crash; once a block has returned, every later message of the blocked is held.
 */
public interface MessageSending {

    /**
     * @param draft sender and receiver exist
     * @throws IllegalArgumentException if either does not
     * @throws IllegalStateException inside a {@link dev.parley.application.port.out.shared.UnitOfWork}: the message
     *     would be acknowledged before it is safe
     * @throws dev.parley.domain.shared.UnavailableException if the state store cannot take it now
     */
    Message send(MessageDraft draft);
}
