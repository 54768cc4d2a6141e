package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Which connections the batches use, and how many. */
final class SendingConnectionsTest extends WithBatchedSending {

    @Test
    void batchUsesTheSharedStoreWhileItsOwnHasTooManyConnections() {
        withNoConnections(none -> assertSends(none, POSTGRES.stateStore()));
    }

    @Test
    void batchNeedsNoConnectionOfTheSharedStore() {
        withNoConnections(none -> assertSends(POSTGRES.stateStore(), none));
    }

    /** The database rolls back the transactions that wait for the table. */
    @Test
    void draftsOfAFailedBatchTakeFewConnections() throws Exception {
        StateStore impatient = new StateStore(Jdbi.create(
                POSTGRES.url(PostgresExtension.APP, PostgresExtension.STATE) + "&options=-c%20lock_timeout=100"));
        MessageSending sending = sendingOver(impatient, impatient);
        try (Handle holdUp = holdUpEverything()) {
            List<Future<SendResult>> refused = IntStream.range(0, PLACES)
                    .mapToObj(number -> senders.submit(() -> sending.send(draft(anna, bo, "hello", NOW))))
                    .toList();

            assertThat(mostWaitingForLocksUntil(refused)).isBetween(1L, 3L); // two individual sends and the next batch
            assertThat(refused).allSatisfy(WithBatchedSending::assertRefused);
            holdUp.rollback();
        }
        assertThat(number("SELECT count(*) FROM message")).isZero();
        assertThat(sending.send(draft(anna, bo, "hello", NOW))).isInstanceOf(SendResult.Sent.class);
    }

    private void assertSends(StateStore own, StateStore shared) {
        assertThat(sendingOver(own, shared).send(draft(anna, bo, "hello", NOW))).isInstanceOf(SendResult.Sent.class);
    }

    private static MessageSending sendingOver(StateStore own, StateStore shared) {
        return POSTGRES.running(new BatchedMessageSending(
                own,
                shared,
                POSTGRES.signals(POSTGRES.stateStore()),
                new SendingLimits(PLACES, PLACES, Duration.ofMillis(500)),
                Ticker.systemTicker()));
    }

    /** Runs the test with a store whose database role may open no connections. */
    private static void withNoConnections(Consumer<StateStore> test) {
        POSTGRES.stateAsOwner()
                .useHandle(owner -> owner.execute("CREATE ROLE kept_out LOGIN CONNECTION LIMIT 0 IN ROLE parley_app"));
        try {
            test.accept(new StateStore(Jdbi.create(POSTGRES.url("kept_out", PostgresExtension.STATE))));
        } finally {
            POSTGRES.stateAsOwner().useHandle(owner -> owner.execute("DROP ROLE kept_out"));
        }
    }
}
