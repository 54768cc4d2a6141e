package dev.parley.adapters.persistence.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Works on items in their order on one thread, in batches: each batch has all items that were added during the one before, up
 * to a bound. So no item waits for others, and under load each costs less.
 *
 * <p>The thread is a platform thread. A virtual one would queue behind all the virtual threads that wait for it. It lives until
 * {@link #close}, whatever the work throws: no other thread works on the items.
 */
public final class BatchWorker<T> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int maxBatch;
    private final Function<List<T>, List<T>> work;
    private final BiConsumer<List<T>, Throwable> onFailure;
    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final Thread thread;
    private boolean started;
    private volatile boolean ending;

    /**
     * @param maxBatch maximum number of items in a batch
     * @param work returns the items to repeat; they are queued behind the items that were added during the batch
     * @param onFailure gets the items of a batch whose work threw an exception, or that the thread leaves behind
     */
    public BatchWorker(
            String name, int maxBatch, Function<List<T>, List<T>> work, BiConsumer<List<T>, Throwable> onFailure) {
        this.maxBatch = maxBatch;
        this.work = work;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts the thread. */
    public synchronized void start() {
        started = true;
        thread.start();
    }

    /**
     * Queues an item. A queued item is worked on, also if {@link #close} is called at the same time.
     *
     * @throws RejectedExecutionException before {@link #start} and after {@link #close}
     */
    public void add(T item) {
        enqueue(item);
        if (idle.compareAndSet(
                true, false)) { // one of several concurrent callers wakes the thread, and only if it sleeps
            LockSupport.unpark(thread);
        }
    }

    private synchronized void enqueue(T item) {
        if (ending || !started) {
            throw new RejectedExecutionException("expected a running worker");
        }
        queue.add(item);
    }

    private void run() {
        List<T> batch = List.of();
        try {
            while (!isOver()) {
                batch = next();
                if (batch.isEmpty()) {
                    awaitMore();
                } else {
                    workOn(batch);
                }
            }
        } catch (Throwable e) { // onFailure itself failed
            boolean unused = refuse();
            onFailure.accept(all(batch), e);
        }
    }

    /** Checked in this order: an item that was queued before the end is seen after it. */
    private boolean isOver() {
        return ending && queue.isEmpty();
    }

    /** Set before the check of the queue: a caller that adds an item after the check finds the thread idle and wakes it. */
    private void awaitMore() {
        idle.set(true);
        while (idle.get() && queue.isEmpty() && !ending) {
            LockSupport.park(this);
        }
        idle.set(false);
    }

    private void workOn(List<T> next) {
        try {
            queue.addAll(work.apply(next));
        } catch (Throwable e) { // the callers wait for results, and so will later ones
            onFailure.accept(next, e);
        }
    }

    private List<T> next() {
        List<T> next = new ArrayList<>();
        while (next.size() < maxBatch && queue.peek() != null) {
            next.add(queue.remove());
        }
        return next;
    }

    private List<T> all(List<T> batch) {
        List<T> all = new ArrayList<>(batch);
        queue.removeIf(all::add);
        return all;
    }

    /** @return whether the thread was started */
    private synchronized boolean refuse() {
        ending = true;
        return started;
    }

    /** Refuses further items, and waits for a limited time until the queued ones are worked on. */
    @Override
    public void close() {
        if (!refuse()) {
            return;
        }
        LockSupport.unpark(thread);
        try {
            boolean unused = thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
