package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.BatchWorker;
import dev.parley.adapters.persistence.shared.PendingResult;
import dev.parley.adapters.persistence.shared.PendingResult.BatchResult;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventReadings;
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
 * Reads in groups: what is wanted while a statement is under way is asked for together in the next. A signal wakes many at
 * once, and each alone would cost the database more than what it was told of.
 *
 * <p>One statement is under way at a time, so readings take one connection from everybody else, however many want some; and
 * it reads for so few that what they get together stays bounded. Whoever is in a unit of work reads by themselves, on its
 * connection: nobody else sees what it has done.
 *
 * <p>A group that fails is taken apart: each is tried alone, on the thread of whoever wants it, so that one that cannot be
 * read fails by itself. When the store is away all of the group are told so.
 */
public final class GroupedEventReadings implements EventReadings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedEventReadings.class);

    /** Enough to share a statement; of each there are 1 MiB of contents at most. */
    static final int MOST_AT_ONCE = 32;

    /** The parts of a group that failed must not take the connections that everybody else needs. */
    private static final int ALONE_AT_A_TIME = 2;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final StateStore store;
    private final JdbiEventReadings readings;
    private final Semaphore alonePlaces = new Semaphore(ALONE_AT_A_TIME, true);
    private final BatchWorker<Waiting> worker =
            new BatchWorker<>("event-reading", MOST_AT_ONCE, this::readTogether, GroupedEventReadings::fail);

    public GroupedEventReadings(StateStore store) {
        this.store = store;
        this.readings = new JdbiEventReadings(store);
        worker.start();
    }

    @Override
    public Reading read(Wanted wanted) {
        if (store.isInUse()) {
            return readings.read(wanted);
        }
        return switch (gathered(wanted).answer().await()) {
            case BatchResult.Completed<Reading>(Reading reading) -> reading;
            case BatchResult.RetryIndividually<Reading>() -> alone(wanted);
            case BatchResult.Failed<Reading>(UnavailableException reason) -> throw reason;
        };
    }

    private Waiting gathered(Wanted wanted) {
        Waiting waiting = new Waiting(wanted, new PendingResult<>(Dependency.STATE_STORE));
        try {
            worker.add(waiting);
            return waiting;
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.STATE_STORE, RETRY_AFTER, e);
        }
    }

    private Reading alone(Wanted wanted) {
        alonePlaces.acquireUninterruptibly();
        try {
            return readings.read(wanted);
        } finally {
            alonePlaces.release();
        }
    }

    private List<Waiting> readTogether(List<Waiting> group) {
        try {
            Iterator<Reading> found = readings.readAll(
                            group.stream().map(Waiting::wanted).toList())
                    .iterator();
            group.forEach(one -> one.answer().settle(new BatchResult.Completed<>(found.next())));
        } catch (UnavailableException e) {
            settle(group, store.wasRolledBack(e) ? new BatchResult.RetryIndividually<>() : new BatchResult.Failed<>(e));
        } catch (RuntimeException e) {
            LOG.debug("{} could not be read for together", group.size(), e);
            settle(group, new BatchResult.RetryIndividually<>());
        }
        return List.of();
    }

    /** Nobody may wait for ever. */
    private static void fail(List<Waiting> group, Throwable e) {
        settle(group, new BatchResult.Failed<>(new UnavailableException(Dependency.STATE_STORE, RETRY_AFTER, e)));
        LOG.error("Events could not be read for {}", group.size(), e);
    }

    private static void settle(List<Waiting> group, BatchResult<Reading> result) {
        group.forEach(one -> one.answer().settle(result));
    }

    /** Reads what is wanted by now. Whoever comes later is refused. */
    @Override
    public void close() {
        worker.close();
    }

    private record Waiting(Wanted wanted, PendingResult<Reading> answer) {}
}
