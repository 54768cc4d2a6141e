package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.HangingCommits;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The database commits without a confirmation: the caller must not be told that nothing was done. */
final class UnconfirmedCommitTest extends WithBatchedSending {

    private static final Username ELLA = new Username("ella");

    @Test
    void unitOfWorkWhoseConnectionIsLostWhileItCommitsHasAnUnknownOutcome() {
        try (HangingCommits commits = HangingCommits.of(POSTGRES.stateAsOwner())) {
            Future<Optional<User>> unit = registersElla();
            commits.awaitWriterOf("app_user");
            commits.terminate();

            assertUnknown(unit, Dependency.STATE_STORE);
        }
        assertThat(stores.users().find(ELLA)).isPresent();
    }

    @Test
    void unitOfWorkThatIsCommittedWithoutTheStandbyHasAnUnknownOutcome() {
        try (HangingCommits commits = HangingCommits.of(POSTGRES.stateAsOwner())) {
            Future<Optional<User>> unit = registersElla();
            commits.awaitWriterOf("app_user");
            commits.cancel();

            assertUnknown(unit, Dependency.STATE_STORE);
        }
        assertThat(stores.users().find(ELLA)).isPresent();
    }

    @Test
    void unitOfWorkThatFailsBeforeItsCommitHasDoneNothing() {
        assertThatThrownBy(() -> stores.unitOfWork().<Optional<User>>execute(() -> {
                    stores.users().register(ELLA, HASH, NOW);
                    POSTGRES.breakConnections(PostgresExtension.STATE);
                    return stores.users().find(ELLA);
                }))
                .isExactlyInstanceOf(UnavailableException.class);
        assertThat(stores.users().find(ELLA)).isEmpty();
    }

    @Test
    void batchWhoseConnectionIsLostWhileItCommitsHasAnUnknownOutcomeAndIsNotSentAgain() {
        assertStoredOnceAndUnknown(stores.sending(), HangingCommits::terminate);
    }

    @Test
    void batchThatIsCommittedWithoutTheStandbyHasAnUnknownOutcome() {
        assertStoredOnceAndUnknown(stores.sending(), HangingCommits::cancel);
    }

    @Test
    void sendInATransactionOfItsOwnHasAnUnknownOutcomeToo() {
        Stores plain = JdbiStores.over(POSTGRES);

        assertStoredOnceAndUnknown(plain.sending(), HangingCommits::terminate);
    }

    @Test
    void repeatWithItsKeyGetsTheMessageThatWasStored() throws Exception {
        IdempotencyKey key = new IdempotencyKey("k");
        try (HangingCommits commits = HangingCommits.of(POSTGRES.stateAsOwner())) {
            Future<SendResult> send = senders.submit(() -> stores.sending().send(keyed(key)));
            commits.awaitWriterOf("message");
            commits.terminate();
            assertUnknown(send, Dependency.STATE_STORE);
        }

        assertThat(stores.sending().send(keyed(key)))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        sent -> assertThat(sent.replayed()).isTrue());
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(1);
    }

    private void assertStoredOnceAndUnknown(MessageSending sending, Consumer<HangingCommits> interruption) {
        try (HangingCommits commits = HangingCommits.of(POSTGRES.stateAsOwner())) {
            Future<SendResult> send = senders.submit(() -> sending.send(draft(anna, bo, "hello", NOW)));
            commits.awaitWriterOf("message");
            interruption.accept(commits);

            assertUnknown(send, Dependency.STATE_STORE);
        }
        assertThat(number("SELECT count(*) FROM message")).isEqualTo(1);
    }

    private MessageDraft keyed(IdempotencyKey key) {
        return new MessageDraft(anna, bo, new MessageContent("hello"), NOW, ORIGIN, Optional.of(key));
    }

    private Future<Optional<User>> registersElla() {
        return senders.submit(() ->
                stores.unitOfWork().<Optional<User>>execute(() -> stores.users().register(ELLA, HASH, NOW)));
    }

    private static void assertUnknown(Future<?> call, Dependency dependency) {
        assertThatThrownBy(call::get)
                .cause()
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        unknown -> assertThat(unknown.dependency()).isEqualTo(dependency));
    }
}
