package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract for signals: subscribers to a user are signalled on all nodes, after the unit of work has committed.
 *
 * <p>The absence of a signal is checked after a later signal has arrived: signals of one node keep their order.
 */
public abstract class EventSignalsContract extends WithStores {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    protected UserId anna;
    protected UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    @Test
    protected void subscriberIsSignalledAfterTheCommit() {
        Watcher watcher = watch(stores, anna);

        inUnitOfWork(() -> {
            append(event(anna));
            assertThat(watcher.signals).hasValue(0);
        });

        watcher.awaitSignal();
    }

    @Test
    protected void signalledSubscriberFindsTheEvent() {
        AtomicInteger found = new AtomicInteger();
        Subscription subscription =
                stores.signals().subscribe(anna, () -> found.set(eventsOf(anna).size()));

        append(event(anna), event(anna));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(found).hasValue(2));
        subscription.close();
    }

    @Test
    protected void rolledBackWorkSendsNoSignal() {
        Watcher watcher = watch(stores, anna);

        undone(() -> append(event(anna)));

        appendAndAwait(bo);
        assertThat(watcher.signals).hasValue(0);
    }

    @Test
    protected void subscriberOfAnotherUserIsNotSignalled() {
        Watcher watcher = watch(stores, anna);

        appendAndAwait(bo);

        assertThat(watcher.signals).hasValue(0);
    }

    @Test
    protected void allSubscribersOfAUserAreSignalled() {
        Watcher one = watch(stores, anna);
        Watcher other = watch(stores, anna);
        Watcher ofBo = watch(stores, bo);

        append(event(anna), event(bo));

        one.awaitSignal();
        other.awaitSignal();
        ofBo.awaitSignal();
    }

    @Test
    protected void everyCommitIsSignalled() {
        Watcher watcher = watch(stores, anna);

        for (int i = 0; i < 3; i++) {
            watcher.signals.set(0);
            append(event(anna));
            watcher.awaitSignal();
        }
    }

    @Test
    protected void messageSignalsBothParticipants() {
        Watcher ofAnna = watch(stores, anna);
        Watcher ofBo = watch(stores, bo);

        send(anna, bo, "hello");

        ofAnna.awaitSignal();
        ofBo.awaitSignal();
    }

    @Test
    protected void heldMessageSignalsOnlyItsSender() {
        block(bo, anna);
        Watcher ofAnna = watch(stores, anna);
        Watcher ofBo = watch(stores, bo);

        send(anna, bo, "held");

        ofAnna.awaitSignal();
        assertThat(ofBo.signals).hasValue(0);
    }

    @Test
    protected void closedSubscriptionEndsAndClosingAgainHasNoEffect() {
        Watcher watcher = watch(stores, anna);

        watcher.subscription.close();
        watcher.subscription.close();

        appendAndAwait(anna);
        assertThat(watcher.signals).hasValue(0);
    }

    @Test
    protected void closingASubscriptionKeepsTheOthers() {
        AtomicInteger signals = new AtomicInteger();
        Subscription first = stores.signals().subscribe(anna, signals::incrementAndGet);
        first.close();
        Subscription second = stores.signals().subscribe(anna, signals::incrementAndGet);
        first.close();

        append(event(anna));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(signals).hasPositiveValue());
        second.close();
    }

    @Test
    protected void subscriberOnAnotherNodeIsSignalled() {
        Stores another = stores.anotherNode();
        Watcher there = watch(another, anna);
        Watcher here = watch(stores, bo);

        append(event(anna));
        there.awaitSignal();

        another.unitOfWork().execute(() -> {
            another.locks().lock(bo, bo);
            another.events().append(List.of(event(bo)));
            return NOW;
        });
        here.awaitSignal();
    }

    /** Appends an event of the user and waits for its signal, so that all earlier signals have arrived too. */
    private void appendAndAwait(UserId user) {
        Watcher watcher = watch(stores, user);
        append(event(user));
        watcher.awaitSignal();
    }

    private static EventDraft event(UserId user) {
        return new EventDraft(user, NOW, new Change.SessionRevoked(new SessionId(1)));
    }

    private static Watcher watch(Stores node, UserId user) {
        AtomicInteger signals = new AtomicInteger();
        return new Watcher(signals, node.signals().subscribe(user, signals::incrementAndGet));
    }

    private record Watcher(AtomicInteger signals, Subscription subscription) {

        void awaitSignal() {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(signals).hasPositiveValue());
        }
    }
}
