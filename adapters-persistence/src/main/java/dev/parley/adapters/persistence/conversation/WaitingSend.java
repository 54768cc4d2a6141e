package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.PendingAnswer;
import dev.parley.adapters.persistence.shared.PendingAnswer.Verdict;
import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.user.UserId;
import java.util.Set;

/** A draft whose sender waits to hear what became of it. */
final class WaitingSend {

    private final MessageDraft draft;
    private final PendingAnswer<Outcome> outcome = new PendingAnswer<>(Dependency.SENDING);
    private volatile long until;

    WaitingSend(MessageDraft draft) {
        this.draft = draft;
    }

    MessageDraft draft() {
        return draft;
    }

    Set<UserId> users() {
        return SendingBatch.usersOf(draft);
    }

    /** @param time in nanoseconds of whatever clock {@link #hasWaited} is asked by */
    void waitUntil(long time) {
        until = time;
    }

    boolean hasWaited(long now) {
        return now - until >= 0;
    }

    /** The first time counts. */
    void settle(Verdict<Outcome> how) {
        outcome.settle(how);
    }

    /** As {@link PendingAnswer#await}: nobody knows, if it throws, what becomes of the draft. */
    Verdict<Outcome> await() {
        return outcome.await();
    }
}
