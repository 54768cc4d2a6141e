package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.PendingResult;
import dev.parley.adapters.persistence.shared.PendingResult.BatchResult;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Dependency;

/** A draft whose sender waits for the result. */
final class PendingSend {

    private final MessageDraft draft;
    private final PendingResult<SendResult> result = new PendingResult<>(Dependency.SENDING);
    private volatile long deadline;

    PendingSend(MessageDraft draft) {
        this.draft = draft;
    }

    MessageDraft draft() {
        return draft;
    }

    /** @param time in nanoseconds of the ticker whose readings {@link #isOverdue} gets */
    void waitUntil(long time) {
        deadline = time;
    }

    boolean isOverdue(long now) {
        return now - deadline >= 0;
    }

    /** The first call counts. */
    void settle(BatchResult<SendResult> outcome) {
        result.settle(outcome);
    }

    /** As {@link PendingResult#await}: if it throws, the draft may still be sent. */
    BatchResult<SendResult> await() {
        return result.await();
    }
}
