package dev.parley.application.testkit.contract;

import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** Anna and Bo, registered, and steps that the cases of {@link UserEventsContract} share. */
abstract class WithUserEvents extends WithStores {

    protected UserId anna;
    protected UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    protected final long head(UserId user) {
        return stores.events().state(user).head();
    }

    protected static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** An event identified by a number that refers to no stored message. */
    protected static EventDraft event(UserId user, int number, Instant at) {
        return new EventDraft(user, at, change(number));
    }

    protected static EventDraft event(UserId user, int number) {
        return event(user, number, NOW);
    }

    protected static Change change(int number) {
        return new Change.SessionRevoked(new SessionId(1 + number));
    }

    protected static UserEvent numbered(EventDraft draft, long seq) {
        return new UserEvent(draft.user(), seq, draft.at(), draft.change());
    }
}
