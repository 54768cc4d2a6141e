package dev.parley.application.port.in.block;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;

/**
 * One user stops hearing from another. What the blocked one sends from then on is held: once this has answered, nothing
 * reaches the blocker.
 */
public interface BlockUserUseCase {

    Result block(Command command);

    /** @param blocked name as a client wrote it; may be the blocker's own */
    record Command(UserId blocker, String blocked, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        /** @param changed false if they were blocked before; an erased user, too, stays blocked */
        record Blocked(boolean changed) implements Result {}

        /** Nobody has the name, or an erased user whom the blocker does not block. */
        record NoSuchUser() implements Result {}
    }
}
