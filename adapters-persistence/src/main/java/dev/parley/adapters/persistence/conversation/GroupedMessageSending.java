package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingBatch.Sent;
import dev.parley.adapters.persistence.conversation.WaitingSend.Verdict;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.adapters.persistence.user.UserHeads.Head;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages in groups: what comes while a transaction is under way goes together in the next. Alone it is as fast as
 * by itself; in a crowd it shares statements and commits.
 *
 * <p>There are two groups under way at most. The first never waits for a user whom somebody else has locked; whoever wants
 * one goes to the second, which does, in the order that everybody keeps. So one user who is busy for long holds up nobody
 * but those who write to or from them, and the two cannot wait for each other.
 *
 * <p>A group that fails without having stored anything is taken apart: each is tried alone, on the thread of its sender, so
 * that one bad message fails by itself. When the store is away all of the group are told so.
 */
public final class GroupedMessageSending implements MessageSending, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedMessageSending.class);

    /** Enough to share a commit; few enough that nobody waits long for the others, whatever they wrote. */
    private static final int MOST_AT_ONCE = 128;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final StateStore store;
    private final JdbiEventSignals signals;
    private final MessageSending alone;
    private final int mostWaiting;
    private final Semaphore places;
    private final Gathering<WaitingSend> first =
            new Gathering<>("sending", MOST_AT_ONCE, this::sendFree, GroupedMessageSending::fail);
    private final Gathering<WaitingSend> second =
            new Gathering<>("sending-busy", MOST_AT_ONCE, this::sendBusy, GroupedMessageSending::fail);

    /** @param mostWaiting how many may wait at a time; the next are refused */
    public GroupedMessageSending(StateStore store, JdbiEventSignals signals, int mostWaiting) {
        this.store = store;
        this.signals = signals;
        this.alone = new JdbiMessageSending(store, signals);
        this.mostWaiting = mostWaiting;
        this.places = new Semaphore(mostWaiting);
        first.start();
        second.start();
    }

    @Override
    public Outcome send(MessageDraft draft) {
        if (store.isInUse()) {
            throw new IllegalStateException("a message is sent in a transaction of its own");
        }
        if (!places.tryAcquire()) {
            throw new UnavailableException(Dependency.SENDING, RETRY_AFTER);
        }
        try {
            return switch (gathered(draft).await()) {
                case Verdict.Decided(Outcome outcome) -> outcome;
                case Verdict.Alone() -> alone.send(draft);
                case Verdict.Failed(UnavailableException reason) -> throw reason;
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
            throw new UnavailableException(Dependency.SENDING, RETRY_AFTER, e);
        }
    }

    /** How many wait to hear what became of their messages. */
    public int waiting() {
        return mostWaiting - places.availablePermits();
    }

    private List<WaitingSend> sendFree(List<WaitingSend> group) {
        return tell(group, transaction -> {
            Map<UserId, Head> heads = UserHeads.lockFree(transaction, usersOf(group));
            List<WaitingSend> free =
                    group.stream().filter(one -> isHeld(one, heads)).toList();
            List<WaitingSend> busy =
                    group.stream().filter(one -> !isHeld(one, heads)).toList();
            return new Round(free, send(transaction, free, heads), busy);
        });
    }

    private static boolean isHeld(WaitingSend one, Map<UserId, Head> heads) {
        return heads.keySet().containsAll(one.users());
    }

    private List<WaitingSend> sendBusy(List<WaitingSend> group) {
        return tell(group, transaction -> {
            Map<UserId, Head> heads = UserHeads.lock(transaction, usersOf(group));
            return new Round(group, send(transaction, group, heads), List.of());
        });
    }

    private static Sent send(Handle transaction, List<WaitingSend> group, Map<UserId, Head> heads) {
        return SendingBatch.send(
                transaction, group.stream().map(WaitingSend::draft).toList(), heads);
    }

    private static Set<UserId> usersOf(List<WaitingSend> group) {
        return group.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet());
    }

    /** @return nobody: each has heard, or is with the second group */
    private List<WaitingSend> tell(List<WaitingSend> group, Function<Handle, Round> sending) {
        Optional<Round> round = Optional.empty();
        Verdict otherwise = new Verdict.Alone();
        try {
            round = Optional.of(store.inTransaction(sending));
        } catch (UnavailableException e) {
            otherwise = store.hasWaitedTooLong(e) ? otherwise : new Verdict.Failed(e);
        } catch (RuntimeException e) {
            LOG.debug("{} messages could not be sent together", group.size(), e);
        }
        Verdict verdict = otherwise;
        round.ifPresentOrElse(this::tell, () -> settle(group, verdict));
        return List.of();
    }

    /** Nobody may wait for ever, and nobody can tell what was stored. */
    private static void fail(List<WaitingSend> group, Throwable e) {
        settle(group, new Verdict.Failed(new UnavailableException(Dependency.SENDING, RETRY_AFTER, e)));
        LOG.error("{} messages could not be sent", group.size(), e);
    }

    private static void settle(List<WaitingSend> group, Verdict verdict) {
        group.forEach(one -> one.settle(verdict));
    }

    /** Watchers first: once a sender is answered they have been told. */
    private void tell(Round round) {
        signals.signal(round.sent().told());
        Iterator<WaitingSend> senders = round.senders().iterator();
        round.sent().outcomes().forEach(outcome -> senders.next().settle(new Verdict.Decided(outcome)));
        round.busy().forEach(this::sendLater);
    }

    private void sendLater(WaitingSend one) {
        try {
            second.add(one);
        } catch (RejectedExecutionException e) { // the first group has taken longer than the end waits for it
            one.settle(new Verdict.Failed(new UnavailableException(Dependency.SENDING, RETRY_AFTER, e)));
        }
    }

    /** Sends what waits. Whoever comes later is refused. */
    @Override
    public void close() {
        first.close();
        second.close();
    }

    /**
     * What came of a group.
     *
     * @param senders those whose drafts were decided on, in the order of the outcomes
     * @param busy those who were not, because somebody else has their users locked, or a user is nobody
     */
    private record Round(List<WaitingSend> senders, Sent sent, List<WaitingSend> busy) {}
}
