package dev.parley.adapters.persistence.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Works on what is added, in its order and by one thread: on all at once, up to a bound, that has gathered while it was
 * busy. So nothing waits for company, and the more there is to do the less each costs.
 *
 * <p>It is a platform thread, which the system gives its share: a virtual one would wait behind all those that wait for it.
 */
final class Gathering<T> implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int most;
    private final Consumer<List<T>> work;
    private final Queue<T> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ThreadPoolExecutor executor;

    /**
     * @param most how many are worked on at once
     * @param work must not throw
     */
    Gathering(String name, int most, Consumer<List<T>> work) {
        this.most = most;
        this.work = work;
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * What is taken is worked on: it is taken before the end or not at all, however many come at that moment.
     *
     * @throws RejectedExecutionException after the end
     */
    synchronized void add(T item) {
        if (executor.isShutdown()) {
            throw new RejectedExecutionException("nothing is taken any more");
        }
        gathered.add(item);
        if (busy.compareAndSet(false, true)) {
            executor.execute(this::workOff);
        }
    }

    private void workOff() {
        do {
            for (List<T> next = next(); !next.isEmpty(); next = next()) {
                work.accept(next);
            }
            busy.set(false);
        } while (!gathered.isEmpty() && busy.compareAndSet(false, true)); // added after the last look, before the flag
    }

    private List<T> next() {
        List<T> next = new ArrayList<>();
        while (next.size() < most && gathered.peek() != null) {
            next.add(gathered.remove());
        }
        return next;
    }

    private synchronized void refuse() {
        executor.shutdown();
    }

    /** Works off what is there. */
    @Override
    public void close() {
        refuse();
        try {
            boolean unused = executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
