package dev.parley.application.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the same step many times in threads that start together. A failure in any of them fails the test.
 *
 * @param threads number of concurrent threads
 * @param steps number of steps in each thread
 * @param limit time limit for the whole run
 */
public record ConcurrentRun(int threads, int steps, Duration limit) {

    public static ConcurrentRun of(int threads, int steps) {
        return new ConcurrentRun(threads, steps, Duration.ofSeconds(60));
    }

    public void run(Step step) {
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            tasks.add(() -> {
                start.await();
                for (int i = 0; i < steps; i++) {
                    step.take(number, i);
                }
                return null;
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = tasks.stream().map(executor::submit).toList();
            start.countDown();
            await(running);
        }
    }

    private void await(List<Future<Void>> running) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (Future<Void> future : running) {
                future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            running.forEach(future -> future.cancel(true));
            throw new AssertionError("a concurrent step failed or took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What every thread does. */
    @FunctionalInterface
    public interface Step {
        void take(int thread, int step);
    }
}
