package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;

/**
 * Stores a message and everything that belongs to it in one atomic step.
 *
 * <p>An adapter locks both users, loads a {@link dev.parley.domain.sending.LoadedDraft}, and stores what
 * {@link dev.parley.domain.sending.SendPlanner} plans. It decides nothing itself. Sending is one port call, and not a unit of
 * work of the caller, so that an adapter may send many drafts in one transaction.
 *
 * <p>The places of a conversation and the numbers of events have no gaps, also under concurrent sends. When this returns, the
 * message survives any crash and the watchers of both users are signalled. When a block has returned, every later message of
 * the blocked user is held. Of concurrent sends under one key, on one node or on several, one is stored.
 */
public interface MessageSending {

    /**
     * @throws IllegalStateException inside a {@link dev.parley.application.port.out.shared.UnitOfWork}: the message would be
     *     acknowledged before it is committed
     * @throws dev.parley.domain.shared.UnavailableException if the state store is unavailable: nothing was stored
     * @throws dev.parley.domain.shared.OutcomeUnknownException if the message may have been stored. A caller can retry safely
     *     only with a key
     */
    SendResult send(MessageDraft draft);
}
