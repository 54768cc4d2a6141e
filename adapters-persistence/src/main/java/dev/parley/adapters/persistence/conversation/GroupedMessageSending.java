package dev.parley.adapters.persistence.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.Gathering;
import dev.parley.adapters.persistence.shared.PendingAnswer.Verdict;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
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
 * Sends messages in groups: what comes while a transaction is under way goes together in the next. Alone it is as fast as
 * by itself; in a crowd it shares statements and commits.
 *
 * <p>There are two groups under way at most. The first never waits for a user whom somebody else has locked; whoever wants
 * one goes to the second. That waits for the users of one draft at a time, in the order that everybody keeps and not for
 * long, then for those of another, and each time takes along whoever is free by then. So one user who is busy for long
 * holds up nobody but those who write to or from them, and the two groups cannot wait for each other.
 *
 * <p>A group that fails without having stored anything is taken apart: each is tried alone, on the thread of its sender, so
 * that one bad message fails by itself. When the store is away, or did not say whether it has committed, all of the group
 * are told so.
 *
 * <p>The first group has a store of its own, best with a single connection: PostgreSQL's process for it then has all that it
 * needs at hand, where connections that take turns each find the caches full of another's. While the database has no
 * connection to spare for it, those that are there have to do.
 */
public final class GroupedMessageSending implements MessageSending, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedMessageSending.class);

    /** Enough to share a commit; few enough that nobody waits long for the others, whatever they wrote. */
    private static final int MOST_AT_ONCE = 128;

    /** How long the second group waits for one draft before the others have their turn. */
    private static final Duration WAIT_FOR_ONE = Duration.ofMillis(100);

    private final StateStore own;
    private final StateStore store;
    private final JdbiEventSignals signals;
    private final SendingAlone alone;
    private final SendingLimits limits;
    private final Ticker ticker;
    private final Semaphore places;
    private final Semaphore busyPlaces;
    private final Gathering<WaitingSend> first =
            new Gathering<>("sending", MOST_AT_ONCE, this::sendFirst, GroupedMessageSending::fail);
    private final Gathering<WaitingSend> second =
            new Gathering<>("sending-busy", MOST_AT_ONCE, this::sendBusy, GroupedMessageSending::fail);

    /**
     * @param own of the same database as {@code store}, for the first group alone
     * @param store for all others
     */
    public GroupedMessageSending(
            StateStore own, StateStore store, JdbiEventSignals signals, SendingLimits limits, Ticker ticker) {
        this.own = own;
        this.store = store;
        this.signals = signals;
        this.alone = new SendingAlone(new JdbiMessageSending(store, signals), limits.patience());
        this.limits = limits;
        this.ticker = ticker;
        this.places = new Semaphore(limits.waiting());
        this.busyPlaces = new Semaphore(limits.busy());
        first.start();
        second.start();
    }

    @Override
    public Outcome send(MessageDraft draft) {
        if (store.isInUse()) {
            throw new IllegalStateException("a message is sent in a transaction of its own");
        }
        if (!places.tryAcquire()) {
            throw refused();
        }
        try {
            return switch (gathered(draft).await()) {
                case Verdict.Found<Outcome>(Outcome outcome) -> outcome;
                case Verdict.Alone<Outcome>() -> alone.send(draft);
                case Verdict.Failed<Outcome>(UnavailableException reason) -> throw reason;
            };
        } finally {
            places.release();
        }
    }

    private WaitingSend gathered(MessageDraft draft) {
        WaitingSend waiting = new WaitingSend(draft);
        try {
            first.add(waiting);
            return waiting;
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(Dependency.SENDING, SendingLimits.RETRY_AFTER, e);
        }
    }

    private static UnavailableException refused() {
        return new UnavailableException(Dependency.SENDING, SendingLimits.RETRY_AFTER);
    }

    /** How many wait to hear what became of their messages. */
    public int waiting() {
        return limits.waiting() - places.availablePermits();
    }

    /** Whether one more would be refused. */
    public boolean isFull() {
        return places.availablePermits() == 0;
    }

    private List<WaitingSend> sendFirst(List<WaitingSend> group) {
        sendFree(own, group).forEach(this::sendLater);
        return List.of();
    }

    private void sendLater(WaitingSend one) {
        if (!busyPlaces.tryAcquire()) {
            one.settle(new Verdict.Failed<>(refused()));
            return;
        }
        one.waitUntil(ticker.read() + limits.patience().toNanos());
        try {
            second.add(one);
        } catch (RejectedExecutionException e) { // the first group has taken longer than the end waits for it
            busyPlaces.release();
            one.settle(
                    new Verdict.Failed<>(new UnavailableException(Dependency.SENDING, SendingLimits.RETRY_AFTER, e)));
        }
    }

    /** @return those who wait on */
    private List<WaitingSend> sendBusy(List<WaitingSend> group) {
        List<WaitingSend> again = List.of();
        try {
            again = patient(
                    attempt(store, group, transaction -> SendingRound.ofFirstAndFree(transaction, group, WAIT_FOR_ONE))
                            .map(this::tell)
                            .orElseGet(() -> sendFree(store, firstLast(group))));
            return again;
        } finally {
            busyPlaces.release(group.size() - again.size());
        }
    }

    private static List<WaitingSend> firstLast(List<WaitingSend> group) {
        return Stream.concat(group.stream().skip(1), group.stream().limit(1)).toList();
    }

    /** The others have waited for long enough, and are told so. */
    private List<WaitingSend> patient(List<WaitingSend> busy) {
        long now = ticker.read();
        busy.stream().filter(one -> one.hasWaited(now)).forEach(one -> one.settle(new Verdict.Failed<>(refused())));
        return busy.stream().filter(one -> !one.hasWaited(now)).toList();
    }

    /** @return those whose users somebody else has locked; the others have heard */
    private List<WaitingSend> sendFree(StateStore store, List<WaitingSend> group) {
        return attempt(store, group, transaction -> SendingRound.ofFree(transaction, group))
                .map(this::tell)
                .orElseGet(() -> settle(group, new Verdict.Alone<>()));
    }

    /** Empty if the database has called it off, and nobody has heard of it. */
    private Optional<SendingRound> attempt(
            StateStore store, List<WaitingSend> group, Function<Handle, SendingRound> sending) {
        try {
            return Optional.of(store.inTransaction(sending));
        } catch (OutcomeUnknownException e) {
            settle(group, new Verdict.Failed<>(e));
        } catch (UnavailableException e) {
            if (store == own && own.isCrowded(e)) {
                return attempt(this.store, group, sending);
            }
            if (store.hasCalledOff(e)) {
                return Optional.empty();
            }
            settle(group, new Verdict.Failed<>(e));
        } catch (RuntimeException e) { // whatever it was, whoever caused it will meet it alone, and be told
            LOG.debug("{} messages could not be sent together", group.size(), e);
            settle(group, new Verdict.Alone<>());
        }
        return Optional.of(SendingRound.NOTHING);
    }

    /**
     * Watchers first: once a sender is answered they have been told.
     *
     * @return the busy ones, who have not heard
     */
    private List<WaitingSend> tell(SendingRound round) {
        signals.signal(round.sent().told());
        Iterator<WaitingSend> senders = round.senders().iterator();
        round.sent().outcomes().forEach(outcome -> senders.next().settle(new Verdict.Found<>(outcome)));
        return round.busy();
    }

    /** No sender may wait for ever; and it is not known what was stored. */
    private static void fail(List<WaitingSend> group, Throwable e) {
        settle(
                group,
                new Verdict.Failed<>(new OutcomeUnknownException(Dependency.SENDING, SendingLimits.RETRY_AFTER, e)));
        LOG.error("{} messages could not be sent", group.size(), e);
    }

    private static List<WaitingSend> settle(List<WaitingSend> group, Verdict<Outcome> verdict) {
        group.forEach(one -> one.settle(verdict));
        return List.of();
    }

    /** Sends what waits. Whoever comes later is refused. */
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
