package dev.parley.application.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that another thread does while the test goes on. */
public final class Elsewhere<T> {

    private static final long SOON_MILLIS = 250;
    private static final long LIMIT_SECONDS = 60;

    private final CompletableFuture<T> outcome;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Elsewhere(Supplier<T> work) {
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

    public static <T> Elsewhere<T> start(Supplier<T> work) {
        return new Elsewhere<>(work);
    }

    /** Gives it a short while to end, and tells whether it did. */
    public boolean endsSoon() {
        try {
            return ended.await(SOON_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What came of it, as soon as it has ended. */
    public T result() {
        return outcome.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
}
