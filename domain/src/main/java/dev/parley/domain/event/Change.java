package dev.parley.domain.event;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event reports to its user. It refers to users, messages and sessions by id and copies nothing. Readers resolve
 * names and contents at the time of reading, so events never expose erased data.
 */
public sealed interface Change {

    /** The other user in this change. */
    default Optional<UserId> other() {
        return switch (this) {
            case MessageCreated created -> Optional.of(created.peer());
            case MessageReleased released -> Optional.of(released.peer());
            case ReceiptRead read -> Optional.of(read.reader());
            case ConversationRead read -> Optional.of(read.peer());
            case BlockCreated block -> Optional.of(block.blocked());
            case BlockRemoved block -> Optional.of(block.blocked());
            case SessionRevoked session -> Optional.empty();
            case UserErased erased -> Optional.of(erased.peer());
        };
    }

    /** A message became visible to the user: they sent it from one of their devices, or they received it. */
    record MessageCreated(ConversationId conversation, Place place, UserId peer) implements Change {}

    /** A held message from the peer became visible to the user. It keeps its place and is unread. */
    record MessageReleased(ConversationId conversation, Place place, UserId peer) implements Change {}

    /** The peer has read the user's messages up to this one. */
    record ReceiptRead(ConversationId conversation, Place upTo, UserId reader, Instant readAt) implements Change {}

    /**
     * The user, perhaps on another device, has read the received messages up to this one.
     *
     * @param unread number of unread messages left in this conversation
     */
    record ConversationRead(ConversationId conversation, Place upTo, UserId peer, Instant readAt, long unread)
            implements Change {}

    /** The user blocked another user, who gets no event. */
    record BlockCreated(UserId blocked) implements Change {}

    /** The user unblocked another user, who gets no event. */
    record BlockRemoved(UserId blocked) implements Change {}

    /** A session of the user was ended by a log-out, a revocation or a password change. */
    record SessionRevoked(SessionId session) implements Change {}

    /** A user who has a conversation with the recipient, or is blocked by them, had their account erased. */
    record UserErased(UserId peer) implements Change {}
}
