package dev.parley.adapters.persistence.shared;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A result that one thread waits for while a {@link BatchWorker} works on it. */
public final class PendingResult<A> {

    private final Dependency dependency;
    private final CompletableFuture<BatchResult<A>> result = new CompletableFuture<>();

    /** @param dependency the one that the exception names if the wait is interrupted */
    public PendingResult(Dependency dependency) {
        this.dependency = dependency;
    }

    /** The first call counts. */
    public void settle(BatchResult<A> batchResult) {
        result.complete(batchResult);
    }

    /** @throws OutcomeUnknownException if the thread is interrupted: the result is unknown to it then */
    public BatchResult<A> await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknownException(dependency, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected a result, found an exception", e);
        }
    }

    /** What the worker reports to the waiting thread. */
    public sealed interface BatchResult<A> {

        record Completed<A>(A result) implements BatchResult<A> {}

        /** The batch failed and did nothing, perhaps because of another item: the waiting thread retries individually. */
        record RetryIndividually<A>() implements BatchResult<A> {}

        /** @param reason why nothing was done, or why it is unknown whether anything was done */
        record Failed<A>(UnavailableException reason) implements BatchResult<A> {}
    }
}
