package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What shares a transaction, what does not, and whose failure is whose. */
final class SendingGroupsTest extends WithStores {

    private static final int PLACES = 40;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @AutoClose
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    private UserId anna;
    private UserId bo;
    private UserId carla;
    private UserId dora;

    @Override
    protected Stores openStores() {
        return JdbiStores.serving(POSTGRES.emptied(), Ticker.systemTicker(), PLACES);
    }

    @BeforeEach
    void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
        dora = registered("dora");
    }

    @Test
    void whatComesWhileATransactionIsUnderWayGoesTogetherInTheNext() throws Exception {
        List<Future<Outcome>> sends;
        try (Handle holdUp = holdUpEverything()) {
            Future<Outcome> alone = send(anna, bo);
            await().until(() -> waitingForLocks() == 1);
            sends = IntStream.range(0, PLACES - 1)
                    .mapToObj(number -> number % 2 == 0 ? send(anna, bo) : send(carla, dora))
                    .toList();
            await().until(() -> grouped().waiting() == PLACES);
            holdUp.rollback();
            assertThat(alone.get()).isInstanceOf(Outcome.Sent.class);
        }

        for (Future<Outcome> one : sends) {
            assertThat(one.get()).isInstanceOf(Outcome.Sent.class);
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(PLACES);
        assertThat(number("SELECT count(DISTINCT xmin::text) FROM message")).isEqualTo(2);
    }

    @Test
    void whoeverFindsNoPlaceIsRefusedAtOnceAndTheOthersAreNot() throws Exception {
        List<Future<Outcome>> sends;
        try (Handle holdUp = holdUpEverything()) {
            sends = IntStream.range(0, PLACES)
                    .mapToObj(number -> send(anna, bo))
                    .toList();
            await().until(() -> grouped().waiting() == PLACES);

            assertThatThrownBy(() -> send(carla, dora, "one too many", NOW))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            refusal -> assertThat(refusal.dependency()).isEqualTo(Dependency.SENDING));
            holdUp.rollback();
        }

        for (Future<Outcome> one : sends) {
            assertThat(one.get()).isInstanceOf(Outcome.Sent.class);
        }
        assertThat(grouped().waiting()).isZero();
        send(carla, dora, "now there is one", NOW);
    }

    @Test
    void aUserWhomSomebodyElseHasLockedHoldsUpOnlyTheirOwn() throws Exception {
        Future<Outcome> late;
        try (Handle elsewhere = locking(anna)) {
            late = send(anna, bo);
            await().until(() -> waitingForLocks() == 1);

            send(carla, dora, "past them", NOW);
            assertThat(late.isDone()).isFalse();
            elsewhere.rollback();
        }

        assertThat(late.get()).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void whoeverIsBusyForAMomentDoesNotWaitForWhoIsBusyForLong() throws Exception {
        Future<Outcome> late;
        try (Handle forLong = locking(anna);
                Handle forAMoment = locking(carla)) {
            late = send(bo, anna);
            await().until(() -> waitingForLocks() == 1);
            Future<Outcome> soon = send(dora, carla);
            forAMoment.rollback();

            assertThat(soon.get()).isInstanceOf(Outcome.Sent.class);
            assertThat(late.isDone()).isFalse();
            forLong.rollback();
        }
        assertThat(late.get()).isInstanceOf(Outcome.Sent.class);
    }

    /** All of them go to the second group at once, and it sends to each as soon as that one is free. */
    @Test
    void eachIsSentWhenTheirOwnUserIsFree() throws Exception {
        List<UserId> receivers = List.of(carla, anna, bo);
        List<Handle> locks = receivers.stream().map(SendingGroupsTest::locking).toList();
        List<Future<Outcome>> sends =
                receivers.stream().map(receiver -> send(dora, receiver)).toList();
        await().until(() -> grouped().waiting() == 3 && waitingForLocks() == 1);

        for (int next = 0; next < receivers.size(); next++) {
            locks.get(next).rollback().close();
            assertThat(sends.get(next).get()).isInstanceOf(Outcome.Sent.class);
            assertThat(sends.subList(next + 1, sends.size())).noneMatch(Future::isDone);
        }
    }

    @Test
    void whoWritesToOneWhoStaysLockedIsRefusedAndTakesNoConnectionsFromTheOthers() throws Exception {
        stores = JdbiStores.serving(
                POSTGRES, Ticker.systemTicker(), new SendingLimits(PLACES, PLACES, Duration.ofMillis(300)));
        try (Handle elsewhere = locking(anna)) {
            List<Future<Outcome>> refused =
                    IntStream.range(0, 12).mapToObj(number -> send(bo, anna)).toList();

            assertThat(mostWaitingForLocksUntil(refused)).isEqualTo(1);
            assertThat(refused).allSatisfy(SendingGroupsTest::assertRefused);
            send(carla, dora, "past them", NOW);
            elsewhere.rollback();
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(1);
    }

    @Test
    void whoeverFindsTooManyBusyIsRefusedAtOnceAndTheOthersAreNot() throws Exception {
        stores = JdbiStores.serving(
                POSTGRES, Ticker.systemTicker(), new SendingLimits(PLACES, 5, Duration.ofMinutes(1)));
        Collection<Future<Outcome>> sends;
        try (Handle elsewhere = locking(anna)) {
            sends = new ArrayList<>(
                    IntStream.range(0, 6).mapToObj(number -> send(bo, anna)).toList());
            Future<Outcome> refused = await().until(
                            () -> sends.stream().filter(Future::isDone).findFirst(), Optional::isPresent)
                    .orElseThrow();

            assertRefused(refused);
            send(carla, dora, "past them", NOW);
            sends.removeIf(Future::isDone);
            assertThat(sends).hasSize(5);
            elsewhere.rollback();
        }
        for (Future<Outcome> one : sends) {
            assertThat(one.get()).isInstanceOf(Outcome.Sent.class);
        }
        send(bo, anna, "now there is room", NOW);
    }

    @Test
    void whileThereIsNoConnectionToSpareThoseOfOthersDo() {
        withNoConnections(none -> assertSends(none, POSTGRES.stateStore()));
    }

    @Test
    void sendsDoNotNeedTheConnectionsOfOthers() {
        withNoConnections(none -> assertSends(POSTGRES.stateStore(), none));
    }

    /** The database calls off what waits for the table. */
    @Test
    void thePartsOfAGroupThatFailedTakeFewConnections() throws Exception {
        StateStore impatient = new StateStore(Jdbi.create(
                POSTGRES.url(PostgresExtension.APP, PostgresExtension.STATE) + "&options=-c%20lock_timeout=100"));
        MessageSending sending = POSTGRES.closing(new GroupedMessageSending(
                impatient,
                impatient,
                POSTGRES.signals(impatient),
                new SendingLimits(PLACES, PLACES, Duration.ofMillis(500)),
                Ticker.systemTicker()));
        try (Handle holdUp = holdUpEverything()) {
            List<Future<Outcome>> refused = IntStream.range(0, PLACES)
                    .mapToObj(number -> senders.submit(() -> sending.send(draft(anna, bo, "hello", NOW))))
                    .toList();

            assertThat(mostWaitingForLocksUntil(refused)).isBetween(1L, 3L); // two alone, and the next group
            assertThat(refused).allSatisfy(SendingGroupsTest::assertRefused);
            holdUp.rollback();
        }
        assertThat(number("SELECT count(*) FROM message")).isZero();
        assertThat(sending.send(draft(anna, bo, "hello", NOW))).isInstanceOf(Outcome.Sent.class);
    }

    /** The conversation of anna and bo has a message that its head does not know of: nothing can be stored in it. */
    @Test
    void aMessageThatCannotBeStoredFailsAloneAndItsNeighboursAreSent() throws Exception {
        send(anna, bo, "the head knows of one", NOW);
        POSTGRES.stateAsOwner()
                .useHandle(
                        handle -> handle.execute("INSERT INTO message SELECT conversation_id, 2, nextval('message_id'),"
                                + " sender_id, receiver_id, content, sent_at, visible_at FROM message"));
        Future<Outcome> first;
        Future<Outcome> bad;
        Future<Outcome> neighbour;
        try (Handle holdUp = holdUpEverything()) {
            first = send(dora, carla);
            await().until(() -> waitingForLocks() == 1);
            bad = send(anna, bo);
            neighbour = send(carla, dora);
            await().until(() -> grouped().waiting() == 3);
            holdUp.rollback();
        }

        assertThat(first.get()).isInstanceOf(Outcome.Sent.class);
        assertThat(neighbour.get()).isInstanceOf(Outcome.Sent.class);
        assertThatThrownBy(bad::get).hasCauseInstanceOf(JdbiException.class);
    }

    @Test
    void whatWaitsAtTheEndIsSentAndWhoeverComesLaterIsRefused() throws Exception {
        List<Future<Outcome>> sends;
        Future<?> end;
        try (Handle holdUp = holdUpEverything()) {
            sends = List.of(send(anna, bo), send(carla, dora), send(bo, anna));
            await().until(() -> grouped().waiting() == 3 && waitingForLocks() == 1);
            end = senders.submit(() -> grouped().close());
            holdUp.rollback();
        }

        for (Future<Outcome> one : sends) {
            assertThat(one.get()).isInstanceOf(Outcome.Sent.class);
        }
        end.get();
        for (String text : List.of("too late", "and later still")) { // the second must not wait for the first
            assertThatThrownBy(() -> send(anna, bo, text, NOW)).isInstanceOf(UnavailableException.class);
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(3);
    }

    private void assertSends(StateStore own, StateStore shared) {
        try (GroupedMessageSending sending = new GroupedMessageSending(
                own,
                shared,
                POSTGRES.signals(POSTGRES.stateStore()),
                new SendingLimits(PLACES, PLACES, Duration.ofMillis(500)),
                Ticker.systemTicker())) {
            assertThat(sending.send(draft(anna, bo, "hello", NOW))).isInstanceOf(Outcome.Sent.class);
        }
    }

    /** A store of the same database, which gives none of its connections to it. */
    private static void withNoConnections(Consumer<StateStore> test) {
        POSTGRES.stateAsOwner()
                .useHandle(owner -> owner.execute("CREATE ROLE kept_out LOGIN CONNECTION LIMIT 0 IN ROLE parley_app"));
        try {
            test.accept(new StateStore(Jdbi.create(POSTGRES.url("kept_out", PostgresExtension.STATE))));
        } finally {
            POSTGRES.stateAsOwner().useHandle(owner -> owner.execute("DROP ROLE kept_out"));
        }
    }

    private Future<Outcome> send(UserId sender, UserId receiver) {
        return senders.submit(() -> stores.sending().send(draft(sender, receiver, "hello", NOW)));
    }

    private GroupedMessageSending grouped() {
        return (GroupedMessageSending) stores.sending();
    }

    /** Until it is rolled back no message is stored; locks of users are nobody's. */
    private static Handle holdUpEverything() {
        Handle handle = POSTGRES.stateAsOwner().open();
        handle.begin();
        handle.execute("LOCK TABLE message IN EXCLUSIVE MODE");
        return handle;
    }

    private static Handle locking(UserId user) {
        Handle handle = POSTGRES.state().open();
        handle.begin();
        handle.execute("SELECT FROM user_head WHERE user_id = ? FOR UPDATE", user.value());
        return handle;
    }

    private static void assertRefused(Future<Outcome> send) {
        assertThatThrownBy(send::get).hasCauseInstanceOf(UnavailableException.class);
    }

    /** The most that were seen before all had their answers. */
    private static long mostWaitingForLocksUntil(List<Future<Outcome>> answered) {
        AtomicLong most = new AtomicLong();
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            most.accumulateAndGet(waitingForLocks(), Math::max);
            return answered.stream().allMatch(Future::isDone);
        });
        return most.get();
    }

    private static long waitingForLocks() {
        return number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    }

    private static long number(String query) {
        return POSTGRES.stateAsOwner()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
