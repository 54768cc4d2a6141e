package dev.parley.adapters.persistence.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
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

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final int maxBatch;
    private final Function<List<T>, List<T>> work;
    private final BiConsumer<List<T>, Throwable> onFailure;
    private final Thread thread;

    /** An empty element is no item: {@link #close} wakes the thread with it. */
    private final BlockingQueue<Optional<T>> queue = new LinkedBlockingQueue<>();

    private volatile boolean running;

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

    /** Called once. */
    public synchronized void start() {
        running = true;
        thread.start();
    }

    /**
     * Queues an item. A queued item is worked on, also if {@link #close} is called at the same time.
     *
     * @throws RejectedExecutionException before {@link #start} and after {@link #close}
     */
    public synchronized void add(T item) {
        if (!running) {
            throw new RejectedExecutionException("expected a running worker");
        }
        queue.add(Optional.of(item));
    }

    private void run() {
        List<T> batch = List.of();
        try {
            while (!isOver()) {
                batch = next();
                workOn(batch);
            }
        } catch (Throwable e) { // onFailure itself failed
            refuse();
            List<T> left = new ArrayList<>(batch);
            queue.forEach(item -> item.ifPresent(left::add));
            onFailure.accept(left, e);
        }
    }

    /** Checked in this order: an item that was queued before the end is seen after it. */
    private boolean isOver() {
        return !running && queue.isEmpty();
    }

    private List<T> next() throws InterruptedException {
        List<Optional<T>> next = new ArrayList<>();
        next.add(queue.take());
        queue.drainTo(next, maxBatch - 1);
        return next.stream().flatMap(Optional::stream).toList();
    }

    private void workOn(List<T> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            work.apply(batch).forEach(item -> queue.add(Optional.of(item)));
        } catch (Throwable e) { // the callers wait for results, and so will later ones
            onFailure.accept(batch, e);
        }
    }

    private synchronized void refuse() {
        running = false;
        queue.add(Optional.empty());
    }

    /** Refuses further items, and waits for a limited time until the queued ones are worked on. */
    @Override
    public void close() {
        refuse();
        try { // returns at once if the thread was never started
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
