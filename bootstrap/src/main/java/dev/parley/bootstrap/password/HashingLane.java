package dev.parley.bootstrap.password;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The platform threads that hash passwords.
 *
 * <p>Virtual threads are not time-sliced: hashing on them would hold the carriers that messaging needs. So logins wait here, up
 * to a bound, and other requests do not.
 */
public final class HashingLane implements Managed {

    private final ThreadPoolExecutor executor;

    public HashingLane(int threads, int maxWaiting) {
        this.executor = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxWaiting),
                Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());
    }

    /** @throws UnavailableException if too many wait already, or while the service stops */
    <T> T run(Supplier<T> work) {
        try {
            return await(executor.submit(work::get));
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.PASSWORD_HASHING, e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected the password to be hashed", e.getCause());
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new UnavailableException(Dependency.PASSWORD_HASHING, e);
        }
    }

    public int waiting() {
        return executor.getQueue().size();
    }

    @Override
    public void stop() {
        executor.shutdown();
    }
}
