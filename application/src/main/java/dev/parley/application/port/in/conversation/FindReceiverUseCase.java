package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** Whom a sender means by a name. */
public interface FindReceiverUseCase {

    /**
     * The user of that name. It may be an erased one, by the name that they go by now: nothing more can be sent to them,
     * but a repeat is still answered. A repeat also finds them by the name that they had: nobody knows whose that was, but
     * the key of the sender tells whom they wrote to.
     */
    Optional<User> find(Query query);

    /**
     * @param receiver name as a client wrote it; what cannot be a name is nobody's
     * @param key under which the send is or was made
     */
    record Query(UserId sender, String receiver, Optional<IdempotencyKey> key) {}
}
