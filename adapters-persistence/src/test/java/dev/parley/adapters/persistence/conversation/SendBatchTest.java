package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.sending.SendPlan;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches of drafts, from the lock to the commit. */
final class SendBatchTest extends WithStores {

    private static final Duration FORGOTTEN = IdempotencyKey.LIFETIME;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private UserId anna;
    private UserId bo;
    private UserId carla;

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @BeforeEach
    void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    @Test
    void batchHasTheEffectOfItsDraftsInTheirOrder() {
        send(carla, anna, "there before");
        block(carla, bo);

        List<Message> sent = messages(send(
                draft(anna, bo, "first of a new conversation", NOW),
                draft(anna, carla, "second of an old one", NOW),
                draft(bo, anna, "second", NOW),
                draft(bo, carla, "held", NOW),
                draft(anna, bo, "third", NOW),
                draft(carla, carla, "note", NOW)));

        assertThat(sent).extracting(message -> message.place().value()).containsExactly(1L, 2L, 2L, 1L, 3L, 1L);
        assertThat(visible(anna, bo)).containsExactly(sent.get(4), sent.get(2), sent.get(0));
        assertThat(visible(anna, carla)).startsWith(sent.get(1)).hasSize(2);
        assertThat(visible(bo, carla)).isEmpty();
        assertThat(visible(carla, carla)).containsExactly(sent.get(5));
        assertThat(sent).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(waiting().subList(1, 7))
                .extracting(entry -> entry.activity())
                .containsExactlyElementsOf(sent.stream()
                        .map(message -> Activity.sending(message, ORIGIN))
                        .toList());
        Conversation between = conversation(anna, bo).orElseThrow();
        assertThat(between.of(anna)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(between.of(bo)).isEqualTo(new ReceiverState(2, 0, 0, 0));
        Conversation held = conversation(bo, carla).orElseThrow();
        assertThat(held.of(carla)).isEqualTo(new ReceiverState(0, 1, 1, 0));
        assertThat(held.newestVisibleTo(bo).place()).isEqualTo(1);
        assertThat(held.newestVisibleTo(carla).isNothing()).isTrue();
    }

    @Test
    void eventsOfEveryUserAreInTheOrderOfTheBatch() {
        block(carla, bo);

        SendPlan sent = send(
                draft(anna, bo, "one", NOW),
                draft(bo, carla, "held", NOW),
                draft(bo, anna, "two", NOW),
                draft(anna, anna, "note", NOW));

        List<Message> messages = messages(sent);
        assertThat(changesOf(anna))
                .containsExactly(
                        created(messages.get(0), bo), created(messages.get(2), bo), created(messages.get(3), anna));
        assertThat(changesOf(bo))
                .containsExactly(
                        created(messages.get(0), anna),
                        created(messages.get(1), carla),
                        created(messages.get(2), anna));
        assertThat(eventsOf(bo)).extracting(UserEvent::seq).containsExactly(1L, 2L, 3L);
        assertThat(eventsOf(carla)).isEmpty();
        assertThat(sent.usersWithEvents()).containsExactlyInAnyOrder(anna, bo);
    }

    @Test
    void repeatWithinABatchReturnsTheFirstMessage() {
        List<SendResult> outcomes = send(
                        keyed(anna, bo, "hello", "k"),
                        keyed(anna, bo, "hello", "k"),
                        keyed(bo, anna, "hello", "k"),
                        keyed(anna, bo, "changed", "k"))
                .results();

        Message first = message(outcomes.get(0));
        assertThat(outcomes.get(1)).isEqualTo(new SendResult.Sent(first, true));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        other -> assertThat(other.replayed()).isFalse());
        assertThat(outcomes.get(3)).isEqualTo(new SendResult.KeyReused());
        assertThat(visible(anna, bo)).containsExactly(message(outcomes.get(2)), first);
        assertThat(waiting()).hasSize(2);
        assertThat(eventsOf(anna)).hasSize(2);
    }

    @Test
    void repeatOfAnEarlierBatchReturnsItsMessage() {
        Message first = message(send(keyed(anna, bo, "hello", "k")).results().getFirst());

        SendPlan sent =
                send(keyed(anna, bo, "hello", "k"), draft(anna, bo, "more", NOW), keyed(anna, carla, "hello", "k"));

        assertThat(sent.results().get(0)).isEqualTo(new SendResult.Sent(first, true));
        assertThat(message(sent.results().get(1)).place()).isEqualTo(new Place(2));
        assertThat(sent.results().get(2)).isEqualTo(new SendResult.KeyReused());
        assertThat(conversation(anna, carla)).isEmpty();
    }

    @Test
    void batchOfRepeatsStoresNothingAndSignalsNoUser() {
        send(keyed(anna, bo, "hello", "k"));

        SendPlan sent = send(keyed(anna, bo, "hello", "k"), keyed(anna, bo, "hello", "k"));

        assertThat(sent.results())
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                SendResult.Sent.class,
                                replay -> assertThat(replay.replayed()).isTrue()));
        assertThat(sent.usersWithEvents()).isEmpty();
        assertThat(eventsOf(anna)).hasSize(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void expiredKeyStoresANewMessageThatTheNextDraftRepeats() {
        Message first = message(send(keyed(anna, bo, "hello", "k")).results().getFirst());
        MessageDraft later = later(keyed(anna, bo, "hello", "k"));

        List<SendResult> outcomes = send(later, later).results();

        Message second = message(outcomes.getFirst());
        assertThat(second.place()).isEqualTo(new Place(2));
        assertThat(outcomes).containsExactly(new SendResult.Sent(second, false), new SendResult.Sent(second, true));
        assertThat(send(later).results()).containsExactly(new SendResult.Sent(second, true));
        assertThat(visible(anna, bo)).containsExactly(second, first);
    }

    @Test
    void keyThatExpiresWithinABatchRefersToItsLastUse() {
        MessageDraft later = later(keyed(anna, bo, "hello", "k"));

        List<SendResult> outcomes = send(keyed(anna, bo, "hello", "k"), later).results();

        assertThat(visible(anna, bo)).containsExactly(message(outcomes.get(1)), message(outcomes.get(0)));
        assertThat(send(later).results()).containsExactly(new SendResult.Sent(message(outcomes.get(1)), true));
    }

    @Test
    void draftsOfUnknownAndErasedUsersAreRefusedAndOthersAreSent() {
        UserId unknown = new UserId(Long.MAX_VALUE);
        UserId erased = registered("erased");
        inUnitOfWork(() -> stores.users().erase(erased));

        List<SendResult> outcomes = send(
                        draft(anna, bo, "one", NOW),
                        draft(anna, unknown, "lost", NOW),
                        keyed(anna, erased, "lost", "k"),
                        draft(erased, anna, "lost", NOW),
                        draft(unknown, unknown, "lost", NOW),
                        keyed(anna, bo, "two", "k"))
                .results();

        assertThat(outcomes.subList(1, 3)).containsOnly(new SendResult.NoSuchReceiver());
        assertThat(outcomes.subList(3, 5)).containsOnly(new SendResult.NoSuchSender());
        assertThat(visible(anna, bo)).containsExactly(message(outcomes.get(5)), message(outcomes.get(0)));
        assertThat(conversation(anna, erased)).isEmpty();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void batchToUnknownUsersStoresNothing() {
        UserId unknown = new UserId(Long.MAX_VALUE);

        SendPlan sent = send(draft(anna, unknown, "lost", NOW), draft(unknown, anna, "lost", NOW));

        assertThat(sent.results()).containsExactly(new SendResult.NoSuchReceiver(), new SendResult.NoSuchSender());
        assertThat(sent.usersWithEvents()).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(eventsOf(anna)).isEmpty();
    }

    @Test
    void repeatToAnErasedReceiverReturnsItsMessageAndOthersAreSent() {
        Message first = message(send(keyed(anna, bo, "hello", "k")).results().getFirst());
        inUnitOfWork(() -> stores.users().erase(bo));

        List<SendResult> outcomes = send(
                        draft(anna, carla, "one", NOW),
                        keyed(anna, bo, "hello", "k"),
                        keyed(anna, bo, "hello!", "k"),
                        keyed(anna, bo, "hello", "another"))
                .results();

        assertThat(message(outcomes.getFirst()).place()).isEqualTo(new Place(1));
        assertThat(outcomes.subList(1, 4))
                .containsExactly(
                        new SendResult.Sent(first, true), new SendResult.KeyReused(), new SendResult.NoSuchReceiver());
    }

    private static SendPlan send(MessageDraft... drafts) {
        return POSTGRES.stateStore().inTransaction(handle -> SendBatch.send(handle, List.of(drafts)));
    }

    private static List<Message> messages(SendPlan sent) {
        return sent.results().stream().map(SendBatchTest::message).toList();
    }

    private static Message message(SendResult outcome) {
        return Stream.of(outcome)
                .filter(SendResult.Sent.class::isInstance)
                .map(SendResult.Sent.class::cast)
                .map(SendResult.Sent::message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was sent: " + outcome));
    }

    private static Change created(Message message, UserId peer) {
        return new Change.MessageCreated(message.conversation(), message.place(), peer);
    }

    private static MessageDraft keyed(UserId sender, UserId receiver, String text, String key) {
        MessageDraft draft = draft(sender, receiver, text, NOW);
        return new MessageDraft(
                sender,
                receiver,
                draft.content(),
                draft.writtenAt(),
                draft.origin(),
                Optional.of(new IdempotencyKey(key)));
    }

    private static MessageDraft later(MessageDraft draft) {
        return new MessageDraft(
                draft.sender(),
                draft.receiver(),
                draft.content(),
                draft.writtenAt().plus(FORGOTTEN),
                draft.origin(),
                draft.key());
    }
}
