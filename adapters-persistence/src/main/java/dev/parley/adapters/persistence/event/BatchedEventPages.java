package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.BatchWorker;
import dev.parley.adapters.persistence.shared.PendingResult;
import dev.parley.adapters.persistence.shared.PendingResult.BatchResult;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
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
 * <p>One statement runs at a time, so reads use one connection, and the size of a batch bounds the memory. A call in a unit
 * of work reads individually on its connection, because only that connection sees its changes.
 *
 * <p>After a batch fails, its calls read individually on their own threads, so that one faulty call fails alone. If the
 * store is unavailable, the whole batch fails.
 */
public final class BatchedEventPages implements EventPages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchedEventPages.class);

    /** Bounds the memory: each page has at most 1 MiB of contents. */
    static final int MOST_AT_ONCE = 32;

    /** Individual reads after a failed batch must leave connections to other requests. */
    private static final int INDIVIDUAL_AT_A_TIME = 2;

    private final StateStore store;
    private final JdbiEventPages eventPages;
    private final Semaphore individualPlaces = new Semaphore(INDIVIDUAL_AT_A_TIME, true);
    private final BatchWorker<Waiting> worker =
            new BatchWorker<>("event-reading", MOST_AT_ONCE, this::readTogether, BatchedEventPages::fail);

    public BatchedEventPages(StateStore store) {
        this.store = store;
        this.eventPages = new JdbiEventPages(store);
    }

    /** Starts the thread that reads. Until then, reads outside of a unit of work are refused. */
    public void start() {
        worker.start();
    }

    @Override
    public EventPage read(EventPageQuery wanted) {
        if (store.isInUse()) {
            return eventPages.read(wanted);
        }
        return switch (enqueue(wanted).answer().await()) {
            case BatchResult.Completed<EventPage>(EventPage reading) -> reading;
            case BatchResult.RetryIndividually<EventPage>() -> readIndividually(wanted);
            case BatchResult.Failed<EventPage>(UnavailableException reason) -> throw reason;
        };
    }

    private Waiting enqueue(EventPageQuery wanted) {
        Waiting waiting = new Waiting(wanted, new PendingResult<>(Dependency.STATE_STORE));
        try {
            worker.add(waiting);
            return waiting;
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.STATE_STORE, e);
        }
    }

    private EventPage readIndividually(EventPageQuery wanted) {
        individualPlaces.acquireUninterruptibly();
        try {
            return eventPages.read(wanted);
        } finally {
            individualPlaces.release();
        }
    }

    private List<Waiting> readTogether(List<Waiting> batch) {
        try {
            Iterator<EventPage> found = eventPages
                    .readAll(batch.stream().map(Waiting::wanted).toList())
                    .iterator();
            batch.forEach(one -> one.answer().settle(new BatchResult.Completed<>(found.next())));
        } catch (UnavailableException e) {
            settle(batch, store.wasRolledBack(e) ? new BatchResult.RetryIndividually<>() : new BatchResult.Failed<>(e));
        } catch (RuntimeException e) {
            LOG.debug("A batch of {} reads of events failed; each is read individually", batch.size(), e);
            settle(batch, new BatchResult.RetryIndividually<>());
        }
        return List.of();
    }

    /** Completes all calls, so that none waits for ever. */
    private static void fail(List<Waiting> batch, Throwable e) {
        settle(batch, new BatchResult.Failed<>(new UnavailableException(Dependency.STATE_STORE, e)));
        LOG.error("A batch of {} reads of events failed; the callers get 'unavailable'", batch.size(), e);
    }

    private static void settle(List<Waiting> batch, BatchResult<EventPage> result) {
        batch.forEach(one -> one.answer().settle(result));
    }

    /** Completes the waiting reads. Later calls are rejected. */
    @Override
    public void close() {
        worker.close();
    }

    private record Waiting(EventPageQuery wanted, PendingResult<EventPage> answer) {}
}
