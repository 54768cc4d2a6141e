package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.BatchWorker;
import dev.parley.adapters.persistence.shared.PendingResult;
import dev.parley.adapters.persistence.shared.PendingResult.BatchResult;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in batches: calls that arrive during a statement share the next one. One signal wakes many followers at once, and a
 * statement for each would cost the database more than the change that caused the signal.
 *
 * <p>One statement runs at a time, so readings use one connection, and the size of a batch bounds the memory. A call in a unit
 * of work reads individually on its connection, because only that connection sees its changes.
 *
 * <p>After a batch fails, its calls read individually on their own threads, so that one faulty reading fails alone. If the
 * store is unavailable, the whole batch fails.
 */
public final class BatchedEventPages implements EventPages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchedEventPages.class);

    /** Bounds the memory: each reading has at most 1 MiB of contents. */
    static final int MOST_AT_ONCE = 32;

    /** Individual readings after a failed batch must leave connections to other requests. */
    private static final int ALONE_AT_A_TIME = 2;


    private final StateStore store;
    private final JdbiEventPages readings;
    private final Semaphore alonePlaces = new Semaphore(ALONE_AT_A_TIME, true);
    private final BatchWorker<Waiting> worker =
            new BatchWorker<>("event-reading", MOST_AT_ONCE, this::readTogether, BatchedEventPages::fail);

    public BatchedEventPages(StateStore store) {
        this.store = store;
        this.readings = new JdbiEventPages(store);
    }

    /** Starts the thread that reads. Until then, reads outside of a unit of work are refused. */
    public void start() {
        worker.start();
    }

    @Override
    public EventPage read(EventPageQuery wanted) {
        if (store.isInUse()) {
            return readings.read(wanted);
        }
        return switch (gathered(wanted).answer().await()) {
            case BatchResult.Completed<EventPage>(EventPage reading) -> reading;
            case BatchResult.RetryIndividually<EventPage>() -> alone(wanted);
            case BatchResult.Failed<EventPage>(UnavailableException reason) -> throw reason;
        };
    }

    private Waiting gathered(EventPageQuery wanted) {
        Waiting waiting = new Waiting(wanted, new PendingResult<>(Dependency.STATE_STORE));
        try {
            worker.add(waiting);
            return waiting;
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.STATE_STORE, e);
        }
    }

    private EventPage alone(EventPageQuery wanted) {
        alonePlaces.acquireUninterruptibly();
        try {
            return readings.read(wanted);
        } finally {
            alonePlaces.release();
        }
    }

    private List<Waiting> readTogether(List<Waiting> group) {
        try {
            Iterator<EventPage> found = readings.readAll(
                            group.stream().map(Waiting::wanted).toList())
                    .iterator();
            group.forEach(one -> one.answer().settle(new BatchResult.Completed<>(found.next())));
        } catch (UnavailableException e) {
            settle(group, store.wasRolledBack(e) ? new BatchResult.RetryIndividually<>() : new BatchResult.Failed<>(e));
        } catch (RuntimeException e) {
            LOG.debug("A batch of {} event readings failed; each is read individually", group.size(), e);
            settle(group, new BatchResult.RetryIndividually<>());
        }
        return List.of();
    }

    /** Completes all calls, so that none waits for ever. */
    private static void fail(List<Waiting> group, Throwable e) {
        settle(group, new BatchResult.Failed<>(new UnavailableException(Dependency.STATE_STORE, e)));
        LOG.error("A batch of {} event readings failed; the callers get 'unavailable'", group.size(), e);
    }

    private static void settle(List<Waiting> group, BatchResult<EventPage> result) {
        group.forEach(one -> one.answer().settle(result));
    }

    /** Completes the waiting readings. Later calls are rejected. */
    @Override
    public void close() {
        worker.close();
    }

    private record Waiting(EventPageQuery wanted, PendingResult<EventPage> answer) {}
}
