package dev.parley.application.port.in.block;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;

/** One user hears from another again: what was held is let through, at its old place, with its old time, unread. */
public interface UnblockUserUseCase {

    Result unblock(Command command);

    /** @param blocked name as a client wrote it */
    record Command(UserId blocker, String blocked, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        /** @param changed false if they were not blocked */
        record Unblocked(boolean changed) implements Result {}

        record NoSuchUser() implements Result {}
    }
}
