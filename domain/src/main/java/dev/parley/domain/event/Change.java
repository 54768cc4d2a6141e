package dev.parley.domain.event;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has changed for one user. It names what it is about and copies nothing of it: names and contents are those of the
 * moment in which it is read, so what was erased is in no event either.
 */
public sealed interface Change {

    /** The other user whom it names. */
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

    /** A message is there to see: sent by the user from one of their devices, or to them. */
    record MessageCreated(ConversationId conversation, Place place, UserId peer) implements Change {}

    /** A message from the other to the user that was held is there to see, at its old place; it is unread from now on. */
    record MessageReleased(ConversationId conversation, Place place, UserId peer) implements Change {}

    /** The other has read what the user sent, up to one of these messages. */
    record ReceiptRead(ConversationId conversation, Place upTo, UserId reader, Instant readAt) implements Change {}

    /**
     * The user has read, perhaps on another device, up to a message to them.
     *
     * @param unread what they have not read in this conversation after it
     */
    record ConversationRead(ConversationId conversation, Place upTo, UserId peer, Instant readAt, long unread)
            implements Change {}

    /** The user blocks another from now on. The other gets no event. */
    record BlockCreated(UserId blocked) implements Change {}

    /** The user no longer blocks another, who gets no event. */
    record BlockRemoved(UserId blocked) implements Change {}

    /** A session of the user was ended by a log-out, a revocation or a change of the password. */
    record SessionRevoked(SessionId session) implements Change {}

    /** Somebody with whom the user has a conversation, or whom they block, had their account erased. */
    record UserErased(UserId peer) implements Change {}
}
