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
 * Works on what is added, in its order and by one thread: on all at once, up to a bound, that has gathered while it was
 * busy. So nothing waits for company, and the more there is to do the less each costs.
 *
 * <p>It is a platform thread, which the system gives its share: a virtual one would wait behind all those that wait for it.
 * It lives until the end, whatever the work throws: nobody else would ever work on what is added.
 */
public final class Gathering<T> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int most;
    private final Function<List<T>, List<T>> work;
    private final BiConsumer<List<T>, Throwable> onFailure;
    private final Queue<T> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean ending;

    /**
     * @param most how many are worked on at once
     * @param work returns those that it wants to be given again, after those that have come meanwhile
     * @param onFailure gets those on which the work has thrown something, or which nobody will work on any more
     */
    public Gathering(String name, int most, Function<List<T>, List<T>> work, BiConsumer<List<T>, Throwable> onFailure) {
        this.most = most;
        this.work = work;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Once, before anything is added. */
    public void start() {
        thread.start();
    }

    /**
     * What is taken is worked on: it is taken before the end or not at all, however many come at that moment.
     *
     * @throws RejectedExecutionException after the end
     */
    public void add(T item) {
        take(item);
        if (idle.compareAndSet(true, false)) { // one of those who come at the same time wakes it, and only if it sleeps
            LockSupport.unpark(thread);
        }
    }

    private synchronized void take(T item) {
        if (ending) {
            throw new RejectedExecutionException("nothing is taken any more");
        }
        gathered.add(item);
    }

    private void run() {
        List<T> inHand = List.of();
        try {
            while (!isOver()) {
                inHand = next();
                if (inHand.isEmpty()) {
                    awaitMore();
                } else {
                    workOn(inHand);
                }
            }
        } catch (Throwable e) { // not even a failure could be told
            refuse();
            onFailure.accept(all(inHand), e);
        }
    }

    /** In this order: what is taken before the end is seen after it. */
    private boolean isOver() {
        return ending && gathered.isEmpty();
    }

    /** In this order: who adds something after the look finds it idle, and wakes it. */
    private void awaitMore() {
        idle.set(true);
        while (idle.get() && gathered.isEmpty() && !ending) {
            LockSupport.park(this);
        }
        idle.set(false);
    }

    private void workOn(List<T> next) {
        try {
            gathered.addAll(work.apply(next));
        } catch (Throwable e) { // they wait for an answer, and so will those who come
            onFailure.accept(next, e);
        }
    }

    private List<T> next() {
        List<T> next = new ArrayList<>();
        while (next.size() < most && gathered.peek() != null) {
            next.add(gathered.remove());
        }
        return next;
    }

    private List<T> all(List<T> inHand) {
        List<T> all = new ArrayList<>(inHand);
        gathered.removeIf(all::add);
        return all;
    }

    private synchronized void refuse() {
        ending = true;
    }

    /** Works off what is there. */
    @Override
    public void close() {
        refuse();
        LockSupport.unpark(thread);
        try {
            boolean unused = thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
