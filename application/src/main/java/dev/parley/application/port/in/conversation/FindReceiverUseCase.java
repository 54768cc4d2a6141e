package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** Finds the receiver of a send by name. */
public interface FindReceiverUseCase {

    /**
     * The user of that name. It may be an erased user under the tombstone name: only a repeat of an earlier send succeeds.
     *
     * <p>A repeat also finds an erased receiver by their former name. Parley does not keep the former name, but the sender's
     * key leads to the first message and so to its receiver.
     */
    Optional<User> find(Query query);

    /**
     * @param receiver name as the client wrote it; an invalid name has no user
     * @param key of the send
     */
    record Query(UserId sender, String receiver, Optional<IdempotencyKey> key) {}
}
