package dev.parley.adapters.persistence.conversation;

import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A draft whose sender waits to hear what became of it. */
final class WaitingSend {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MessageDraft draft;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
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
    void settle(Verdict how) {
        verdict.complete(how);
    }

    /** @throws UnavailableException if the thread is interrupted: nobody knows then what becomes of the draft */
    Verdict await() {
        try {
            return verdict.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Dependency.SENDING, RETRY_AFTER, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a verdict is never a failure", e);
        }
    }

    /** What is to be said to the sender. */
    sealed interface Verdict {

        record Decided(Outcome outcome) implements Verdict {}

        /** Nothing was stored, and it may be the fault of others: it is to be tried alone. */
        record Alone() implements Verdict {}

        /** @param reason why nothing was stored, or nobody can tell whether anything was */
        record Failed(UnavailableException reason) implements Verdict {}
    }
}
