package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** Which drafts share a transaction, and which failures affect which drafts. */
final class SendingGroupsTest extends WithBatchedSending {

    @Test
    void draftsThatArriveDuringATransactionShareTheNext() throws Exception {
        List<Future<SendResult>> sends;
        try (Handle holdUp = holdUpEverything()) {
            Future<SendResult> alone = send(anna, bo);
            await().until(() -> waitingForLocks() == 1);
            sends = IntStream.range(0, PLACES - 1)
                    .mapToObj(number -> number % 2 == 0 ? send(anna, bo) : send(carla, dora))
                    .toList();
            await().until(() -> grouped().waiting() == PLACES);
            holdUp.rollback();
            assertThat(alone.get()).isInstanceOf(SendResult.Sent.class);
        }

        for (Future<SendResult> one : sends) {
            assertThat(one.get()).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(PLACES);
        assertThat(number("SELECT count(DISTINCT xmin::text) FROM message")).isEqualTo(2);
    }

    @Test
    void sendBeyondTheLimitIsRefusedAtOnceAndOthersAreSent() throws Exception {
        List<Future<SendResult>> sends;
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

        for (Future<SendResult> one : sends) {
            assertThat(one.get()).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(grouped().waiting()).isZero();
        send(carla, dora, "now there is one", NOW);
    }

    /** The conversation of anna and bo has a message beyond its last place, so no message can be stored in it. */
    @Test
    void messageThatCannotBeStoredFailsByItselfAndOthersAreSent() throws Exception {
        send(anna, bo, "the head knows of one", NOW);
        POSTGRES.stateAsOwner()
                .useHandle(
                        handle -> handle.execute("INSERT INTO message SELECT conversation_id, 2, nextval('message_id'),"
                                + " sender_id, receiver_id, content, sent_at, visible_at FROM message"));
        Future<SendResult> first;
        Future<SendResult> bad;
        Future<SendResult> neighbour;
        try (Handle holdUp = holdUpEverything()) {
            first = send(dora, carla);
            await().until(() -> waitingForLocks() == 1);
            bad = send(anna, bo);
            neighbour = send(carla, dora);
            await().until(() -> grouped().waiting() == 3);
            holdUp.rollback();
        }

        assertThat(first.get()).isInstanceOf(SendResult.Sent.class);
        assertThat(neighbour.get()).isInstanceOf(SendResult.Sent.class);
        assertThatThrownBy(bad::get).hasCauseInstanceOf(JdbiException.class);
    }

    /** An error ends the statement before its COMMIT, also one that would leave a commit in doubt if the server had crashed. */
    @Test
    void messageWhoseRowCannotBeWrittenFailsByItselfAndOthersAreSent() throws Exception {
        POSTGRES.stateAsOwner().useHandle(handle -> handle.execute("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN RAISE EXCEPTION ''no such page'' USING ERRCODE = ''XX001''; END';
                CREATE TRIGGER fail BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.content = 'bad') EXECUTE FUNCTION fail()
                """));
        try (Handle holdUp = holdUpEverything()) {
            Future<SendResult> first = send(dora, carla);
            await().until(() -> waitingForLocks() == 1);
            Future<SendResult> bad = senders.submit(() -> stores.sending().send(draft(anna, bo, "bad", NOW)));
            Future<SendResult> neighbour = send(carla, dora);
            await().until(() -> grouped().waiting() == 3);
            holdUp.rollback();

            assertThat(first.get()).isInstanceOf(SendResult.Sent.class);
            assertThat(neighbour.get()).isInstanceOf(SendResult.Sent.class);
            assertThatThrownBy(bad::get).hasCauseInstanceOf(JdbiException.class);
        } finally {
            POSTGRES.stateAsOwner().useHandle(handle -> handle.execute("DROP FUNCTION fail CASCADE"));
        }
    }

    @Test
    void closeSendsTheQueuedDraftsAndRefusesLaterOnes() throws Exception {
        List<Future<SendResult>> sends;
        Future<?> end;
        try (Handle holdUp = holdUpEverything()) {
            sends = List.of(send(anna, bo), send(carla, dora), send(bo, anna));
            await().until(() -> grouped().waiting() == 3 && waitingForLocks() == 1);
            end = senders.submit(() -> grouped().close());
            holdUp.rollback();
        }

        for (Future<SendResult> one : sends) {
            assertThat(one.get()).isInstanceOf(SendResult.Sent.class);
        }
        end.get();
        for (String text : List.of("too late", "and later still")) { // the second must not wait for the first
            assertThatThrownBy(() -> send(anna, bo, text, NOW)).isInstanceOf(UnavailableException.class);
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(3);
    }
}
