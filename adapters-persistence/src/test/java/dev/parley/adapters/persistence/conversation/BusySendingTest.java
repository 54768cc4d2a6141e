package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Which sends wait for users that another transaction has locked, and for how long. */
final class BusySendingTest extends WithBatchedSending {

    @Test
    void lockedUserDelaysOnlyTheirOwnMessages() throws Exception {
        Future<SendResult> late;
        try (Handle elsewhere = locking(anna)) {
            late = send(anna, bo);
            await().until(() -> waitingForLocks() == 1);

            send(carla, dora, "past them", NOW);
            assertThat(late.isDone()).isFalse();
            elsewhere.rollback();
        }

        assertThat(late.get()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void brieflyLockedUserDoesNotWaitForALongLockedOne() throws Exception {
        Future<SendResult> late;
        try (Handle forLong = locking(anna);
                Handle forAMoment = locking(carla)) {
            late = send(bo, anna);
            await().until(() -> waitingForLocks() == 1);
            Future<SendResult> soon = send(dora, carla);
            forAMoment.rollback();

            assertThat(soon.get()).isInstanceOf(SendResult.Sent.class);
            assertThat(late.isDone()).isFalse();
            forLong.rollback();
        }
        assertThat(late.get()).isInstanceOf(SendResult.Sent.class);
    }

    /** All sends move to the busy lane, which does each as soon as its user is free. */
    @Test
    void busySendIsDoneWhenItsUserIsFree() throws Exception {
        List<UserId> receivers = List.of(carla, anna, bo);
        List<Handle> locks = receivers.stream().map(BusySendingTest::locking).toList();
        List<Future<SendResult>> sends =
                receivers.stream().map(receiver -> send(dora, receiver)).toList();
        await().until(() -> grouped().waiting() == 3 && waitingForLocks() == 1);

        for (int next = 0; next < receivers.size(); next++) {
            locks.get(next).rollback().close();
            assertThat(sends.get(next).get()).isInstanceOf(SendResult.Sent.class);
            assertThat(sends.subList(next + 1, sends.size())).noneMatch(Future::isDone);
        }
    }

    @Test
    void sendToAUserWhoStaysLockedIsRefusedAndTakesNoConnections() throws Exception {
        stores = JdbiStores.serving(
                POSTGRES, Ticker.systemTicker(), new SendingLimits(PLACES, PLACES, Duration.ofMillis(300)));
        try (Handle elsewhere = locking(anna)) {
            List<Future<SendResult>> refused =
                    IntStream.range(0, 12).mapToObj(number -> send(bo, anna)).toList();

            assertThat(mostWaitingForLocksUntil(refused)).isEqualTo(1);
            assertThat(refused).allSatisfy(WithBatchedSending::assertRefused);
            send(carla, dora, "past them", NOW);
            elsewhere.rollback();
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(1);
    }

    @Test
    void sendBeyondTheBusyLimitIsRefusedAtOnceAndOthersAreSent() throws Exception {
        stores = JdbiStores.serving(
                POSTGRES, Ticker.systemTicker(), new SendingLimits(PLACES, 5, Duration.ofMinutes(1)));
        Collection<Future<SendResult>> sends;
        try (Handle elsewhere = locking(anna)) {
            sends = new ArrayList<>(
                    IntStream.range(0, 6).mapToObj(number -> send(bo, anna)).toList());
            Future<SendResult> refused = await().until(
                            () -> sends.stream().filter(Future::isDone).findFirst(), Optional::isPresent)
                    .orElseThrow();

            assertRefused(refused);
            send(carla, dora, "past them", NOW);
            sends.removeIf(Future::isDone);
            assertThat(sends).hasSize(5);
            elsewhere.rollback();
        }
        for (Future<SendResult> one : sends) {
            assertThat(one.get()).isInstanceOf(SendResult.Sent.class);
        }
        send(bo, anna, "now there is room", NOW);
    }

    private static Handle locking(UserId user) {
        Handle handle = POSTGRES.state().open();
        handle.begin();
        handle.execute("SELECT FROM user_head WHERE user_id = ? FOR UPDATE", user.value());
        return handle;
    }
}
