package dev.parley.application.port.in.block;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;

/**
 * A user blocks another user. Messages that the blocked user sends after this returns are held and not delivered to the
 * blocker.
 */
public interface BlockUserUseCase {

    Result block(Command command);

    /** @param blocked name as sent by the client; may be the blocker's own */
    record Command(UserId blocker, String blocked, Origin origin) {}

    sealed interface Result {

        /** @param changed false if the user was already blocked; blocks of erased users remain */
        record Blocked(boolean changed) implements Result {}

        /** No user has the name, or it is the tombstone of an erased user who is not blocked. */
        record NoSuchUser() implements Result {}
    }
}
