package dev.parley.application.testkit;

import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The state store of one test: units of work run one at a time, and one that throws is rolled back.
 *
 * <p>Ids come from counters that are never rolled back, like the sequences of a database.
 */
public final class InMemoryStateStore implements UnitOfWork {

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong ids = new AtomicLong();
    private InMemoryState state = InMemoryState.empty();
    private boolean working;
    private boolean reading;
    private final List<Runnable> afterCommit = new ArrayList<>();

    @Override
    public <T> T execute(Supplier<T> work) {
        lock.lock();
        try {
            requireWritable();
            return working ? work.get() : outermost(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T outermost(Supplier<T> work) {
        InMemoryState before = state.copy();
        boolean done = false;
        working = true;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            working = false;
            if (!done) {
                state = before;
            }
            end(done);
        }
    }

    private void end(boolean committed) {
        List<Runnable> waiting = List.copyOf(afterCommit);
        afterCommit.clear();
        if (committed) {
            waiting.forEach(Runnable::run);
        }
    }

    /** Runs the action after the current unit of work has committed, and never if it fails. */
    void afterCommit(Runnable consequence) {
        afterCommit.add(consequence);
    }

    @Override
    public <T> T snapshot(Supplier<T> reading) {
        lock.lock();
        boolean outer = this.reading;
        try {
            this.reading = true;
            return reading.get();
        } finally {
            this.reading = outer;
            lock.unlock();
        }
    }

    /** Reads the state without changing it. */
    <T> T read(Function<InMemoryState, T> use) {
        lock.lock();
        try {
            return use.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Changes the state; throws in a snapshot. */
    <T> T write(Function<InMemoryState, T> use) {
        lock.lock();
        try {
            requireWritable();
            return use.apply(state);
        } finally {
            lock.unlock();
        }
    }

    private void requireWritable() {
        if (reading) {
            throw new IllegalStateException("a snapshot is read-only");
        }
    }

    /** Restores the initial state, except for the id counters. */
    public void clear() {
        lock.lock();
        try {
            requireWritable();
            state = InMemoryState.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this thread is in a unit of work or a snapshot. */
    boolean isInUse() {
        return lock.isHeldByCurrentThread() && (working || reading);
    }

    void requireUnitOfWork(String what) {
        if (!lock.isHeldByCurrentThread() || !working || reading) {
            throw new IllegalStateException(what + " needs a unit of work");
        }
    }

    void requireUsers(UserId... wanted) {
        if (!state.heads().keySet().containsAll(List.of(wanted))) {
            throw new IllegalArgumentException("unknown user");
        }
    }

    long nextId() {
        return ids.incrementAndGet();
    }
}
