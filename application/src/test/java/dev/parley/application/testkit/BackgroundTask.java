package dev.parley.application.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work on another thread while the test continues. */
public final class BackgroundTask<T> {

    private static final long SOON_MILLIS = 250;
    private static final long LIMIT_SECONDS = 60;

    private final CompletableFuture<T> outcome;
    private final CountDownLatch ended = new CountDownLatch(1);

    private BackgroundTask(Supplier<T> work) {
        this.outcome = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.get();
                    } finally {
                        ended.countDown();
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    public static <T> BackgroundTask<T> start(Supplier<T> work) {
        return new BackgroundTask<>(work);
    }

    /** Waits a short time and returns whether the work has ended. */
    public boolean endsSoon() {
        try {
            return ended.await(SOON_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for the end of the work and returns its result. */
    public T result() {
        return outcome.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
