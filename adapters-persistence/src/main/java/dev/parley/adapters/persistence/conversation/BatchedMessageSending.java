package dev.parley.adapters.persistence.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.BatchWorker;
import dev.parley.adapters.persistence.shared.PendingResult.BatchResult;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages in batches: drafts that arrive while a transaction is under way share the next one. A single draft is as
 * fast as without batches. Under load the drafts share statements and commits.
 *
 * <p>There are two lanes, each with one batch under way. The free lane never waits for a locked user; a draft that would have
 * to wait moves to the busy lane. The busy lane waits for the users of one draft at a time, in the order of their ids, for a
 * limited time. The batch includes all drafts whose users are free by then. Then the next draft has its turn. So a user who is
 * locked for long delays only the sends to or from that user. The two lanes cannot wait for each other.
 *
 * <p>If a batch fails without having stored anything, each draft is sent individually on the thread of its request. So one bad
 * message fails by itself. If the store is unavailable, or did not confirm the commit, all senders of the batch are notified.
 *
 * <p>The free lane has a store of its own, best with a single connection: one PostgreSQL process then keeps the plans and
 * catalogue of the sends in its caches. While the database refuses that connection, the lane uses the shared store.
 */
public final class BatchedMessageSending implements MessageSending, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchedMessageSending.class);

    /** Large enough to share a commit; small enough that no sender waits long for the others. */
    private static final int MAX_BATCH = 128;

    /** How long the busy lane waits for one draft before the next has its turn. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(100);

    private final StateStore own;
    private final StateStore shared;
    private final JdbiEventSignals signals;
    private final SendFallback fallback;
    private final SendingLimits limits;
    private final Ticker ticker;
    private final Semaphore places;
    private final Semaphore busyPlaces;
    private final BatchWorker<PendingSend> freeLane =
            new BatchWorker<>("sending", MAX_BATCH, this::sendFree, BatchedMessageSending::fail);
    private final BatchWorker<PendingSend> busyLane =
            new BatchWorker<>("sending-busy", MAX_BATCH, this::sendBusy, BatchedMessageSending::fail);

    /**
     * @param own of the same database as {@code shared}, for the free lane only
     * @param shared for the busy lane and the fallback
     */
    public BatchedMessageSending(
            StateStore own, StateStore shared, JdbiEventSignals signals, SendingLimits limits, Ticker ticker) {
        this.own = own;
        this.shared = shared;
        this.signals = signals;
        this.fallback = new SendFallback(new JdbiMessageSending(shared, signals), limits.patience());
        this.limits = limits;
        this.ticker = ticker;
        this.places = new Semaphore(limits.waiting());
        this.busyPlaces = new Semaphore(limits.busy());
    }

    /** Starts both lanes. Until then, sends are refused. */
    public void start() {
        freeLane.start();
        busyLane.start();
    }

    @Override
    public SendResult send(MessageDraft draft) {
        if (shared.isInUse()) {
            throw new IllegalStateException("expected no transaction under way: a message is sent in its own");
        }
        if (!places.tryAcquire()) {
            throw refusal();
        }
        try {
            return switch (enqueue(draft).await()) {
                case BatchResult.Completed<SendResult>(SendResult result) -> result;
                case BatchResult.RetryIndividually<SendResult>() -> fallback.send(draft);
                case BatchResult.Failed<SendResult>(UnavailableException reason) -> throw reason;
            };
        } finally {
            places.release();
        }
    }

    private PendingSend enqueue(MessageDraft draft) {
        PendingSend pending = new PendingSend(draft);
        try {
            freeLane.add(pending);
            return pending;
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.SENDING, e);
        }
    }

    private static UnavailableException refusal() {
        return new UnavailableException(Dependency.SENDING);
    }

    /** The number of sends without a result yet. */
    public int waiting() {
        return limits.waiting() - places.availablePermits();
    }

    /** Whether another send would be refused. */
    public boolean isFull() {
        return places.availablePermits() == 0;
    }

    private List<PendingSend> sendFree(List<PendingSend> batch) {
        sendWithoutWaiting(own, batch).forEach(this::moveToBusyLane);
        return List.of();
    }

    private void moveToBusyLane(PendingSend one) {
        if (!busyPlaces.tryAcquire()) {
            one.settle(new BatchResult.Failed<>(refusal()));
            return;
        }
        one.waitUntil(ticker.read() + limits.patience().toNanos());
        try {
            busyLane.add(one);
        } catch (RejectedExecutionException e) { // close() gave up on the free lane and closed the busy one
            busyPlaces.release();
            one.settle(new BatchResult.Failed<>(new UnavailableException(Dependency.SENDING, e)));
        }
    }

    /** @return the sends that keep waiting */
    private List<PendingSend> sendBusy(List<PendingSend> batch) {
        List<PendingSend> again = List.of();
        try {
            again = refuseOverdue(attempt(
                            shared,
                            batch,
                            transaction -> SendTransaction.waitingForFirst(transaction, batch, LOCK_TIMEOUT))
                    .map(this::settleSent)
                    .orElseGet(() -> sendWithoutWaiting(shared, firstLast(batch))));
            return again;
        } finally {
            busyPlaces.release(batch.size() - again.size());
        }
    }

    private static List<PendingSend> firstLast(List<PendingSend> batch) {
        return Stream.concat(batch.stream().skip(1), batch.stream().limit(1)).toList();
    }

    private List<PendingSend> refuseOverdue(List<PendingSend> busy) {
        long now = ticker.read();
        busy.stream().filter(one -> one.isOverdue(now)).forEach(one -> one.settle(new BatchResult.Failed<>(refusal())));
        return busy.stream().filter(one -> !one.isOverdue(now)).toList();
    }

    /** @return the sends whose users another transaction holds; all others are settled */
    private List<PendingSend> sendWithoutWaiting(StateStore store, List<PendingSend> batch) {
        return attempt(store, batch, transaction -> SendTransaction.withoutWaiting(transaction, batch))
                .map(this::settleSent)
                .orElseGet(() -> settle(batch, new BatchResult.RetryIndividually<>()));
    }

    /** Empty if the database rolled the transaction back; then no send of the batch is settled. */
    private Optional<SendTransaction> attempt(
            StateStore store, List<PendingSend> batch, Function<Handle, SendTransaction> sending) {
        try {
            return Optional.of(store.inTransaction(sending));
        } catch (OutcomeUnknownException e) {
            settle(batch, new BatchResult.Failed<>(e));
        } catch (UnavailableException e) {
            if (store == own && own.isTooManyConnections(e)) {
                return attempt(shared, batch, sending);
            }
            if (store.wasRolledBack(e)) {
                return Optional.empty();
            }
            settle(batch, new BatchResult.Failed<>(e));
        } catch (RuntimeException e) { // the fallback reports it to the sender whose draft caused it
            LOG.debug("Failed to send a batch of {} messages, sending them individually", batch.size(), e);
            settle(batch, new BatchResult.RetryIndividually<>());
        }
        return Optional.of(SendTransaction.NOTHING);
    }

    /**
     * Signals the watchers first: a sender gets the result after that.
     *
     * @return the busy sends, which are not settled
     */
    private List<PendingSend> settleSent(SendTransaction done) {
        signals.signal(done.plan().usersWithEvents());
        Iterator<PendingSend> sent = done.sent().iterator();
        done.plan().results().forEach(result -> sent.next().settle(new BatchResult.Completed<>(result)));
        return done.busy();
    }

    /** The outcome of every send in the batch is unknown. */
    private static void fail(List<PendingSend> batch, Throwable e) {
        settle(batch, new BatchResult.Failed<>(new OutcomeUnknownException(Dependency.SENDING, e)));
        LOG.error(
                "Failed to send a batch of {} messages, reporting an unknown outcome to their senders",
                batch.size(),
                e);
    }

    private static List<PendingSend> settle(List<PendingSend> batch, BatchResult<SendResult> result) {
        batch.forEach(one -> one.settle(result));
        return List.of();
    }

    /** Sends what waits. Later sends are refused. */
    @Override
    public void close() {
        freeLane.close();
        busyLane.close();
    }
}
