package dev.parley.application.port.in.block;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;

/** A user unblocks another user. Held messages are released; they keep their places and times and are unread. */
public interface UnblockUserUseCase {

    Result unblock(Command command);

    /** @param blocked name as sent by the client */
    record Command(UserId blocker, String blocked, Origin origin) {}

    sealed interface Result {

        /** @param changed false if the user was not blocked */
        record Unblocked(boolean changed) implements Result {}

        record NoSuchUser() implements Result {}
    }
}
