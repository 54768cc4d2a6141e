package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What one thread waits for while another, which works for many at once, finds it out. */
public final class PendingAnswer<A> {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Dependency dependency;
    private final CompletableFuture<Verdict<A>> verdict = new CompletableFuture<>();

    /** @param dependency what whoever waits in vain is told not to be there */
    public PendingAnswer(Dependency dependency) {
        this.dependency = dependency;
    }

    /** The first time counts. */
    public void settle(Verdict<A> how) {
        verdict.complete(how);
    }

    /** @throws OutcomeUnknownException if the thread is interrupted: it does not learn then what comes of it */
    public Verdict<A> await() {
        try {
            return verdict.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknownException(dependency, RETRY_AFTER, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a verdict is never a failure", e);
        }
    }

    /** What is to be said to whoever waits. */
    public sealed interface Verdict<A> {

        record Found<A>(A answer) implements Verdict<A> {}

        /** Nothing was done, and it may be the fault of others: it is to be tried alone. */
        record Alone<A>() implements Verdict<A> {}

        /** @param reason why nothing was done, or nobody can tell whether anything was */
        record Failed<A>(UnavailableException reason) implements Verdict<A> {}
    }
}
