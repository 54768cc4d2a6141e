package dev.parley.application.service.erasure;

import dev.parley.domain.conversation.Participants;
import dev.parley.domain.user.UserId;

/** What is done for an erasure in one unit of work. */
sealed interface ErasureStep {

    /** Takes some contents away; after the last of a conversation the other one is told. */
    record Clear(Participants pair) implements ErasureStep {}

    record Tell(UserId blocker) implements ErasureStep {}

    record Finish() implements ErasureStep {}

    /** Who is locked beside the erased user. */
    default UserId otherThan(UserId user) {
        return switch (this) {
            case Clear(Participants pair) -> pair.peerOf(user);
            case Tell(UserId blocker) -> blocker;
            case Finish() -> user;
        };
    }
}
