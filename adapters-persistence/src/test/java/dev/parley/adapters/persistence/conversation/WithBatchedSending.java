package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Four users, whose messages are sent in batches, and the locks that delay them. */
abstract class WithBatchedSending extends WithStores {

    static final int PLACES = 40;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @AutoClose
    final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    UserId anna;
    UserId bo;
    UserId carla;
    UserId dora;

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

    final Future<SendResult> send(UserId sender, UserId receiver) {
        return senders.submit(() -> stores.sending().send(draft(sender, receiver, "hello", NOW)));
    }

    final BatchedMessageSending grouped() {
        return (BatchedMessageSending) stores.sending();
    }

    /** A transaction that blocks the storing of messages until it is rolled back. It locks no users. */
    static Handle holdUpEverything() {
        Handle handle = POSTGRES.stateAsOwner().open();
        handle.begin();
        handle.execute("LOCK TABLE message IN EXCLUSIVE MODE");
        return handle;
    }

    static void assertRefused(Future<SendResult> send) {
        assertThatThrownBy(send::get).hasCauseInstanceOf(UnavailableException.class);
    }

    /** The maximum observed until all sends have a result. */
    static long mostWaitingForLocksUntil(List<Future<SendResult>> answered) {
        AtomicLong most = new AtomicLong();
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            most.accumulateAndGet(waitingForLocks(), Math::max);
            return answered.stream().allMatch(Future::isDone);
        });
        return most.get();
    }

    static long waitingForLocks() {
        return number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    }

    static long number(String query) {
        return POSTGRES.stateAsOwner()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
