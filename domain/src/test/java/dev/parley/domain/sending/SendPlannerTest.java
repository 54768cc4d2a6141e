package dev.parley.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule of sending, and which rule applies first. */
final class SendPlannerTest {

    private static final Instant NOW = SendStore.NOW;
    private static final Instant AFTER_LIFETIME = NOW.plus(IdempotencyKey.LIFETIME);
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final UserId CARLA = new UserId(3);
    private static final UserId UNKNOWN = new UserId(99);

    private final SendStore store = SendStore.withUsers(ANNA, BO, CARLA);

    @Test
    void firstMessageBeginsTheConversation() {
        SendPlan plan = store.plan(draft(ANNA, BO, "hello"));

        Message message = plan.messages().getFirst();
        Conversation begun = plan.conversations().getFirst();
        assertThat(plan.results()).containsExactly(new SendResult.Sent(message, false));
        assertThat(message)
                .isEqualTo(new Message(
                        message.id(),
                        begun.id(),
                        new Place(1),
                        ANNA,
                        BO,
                        Optional.of(new MessageContent("hello")),
                        NOW,
                        Optional.of(NOW)));
        assertThat(plan.isNew(begun)).isTrue();
        assertThat(begun.of(BO)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(plan.keys()).isEmpty();
    }

    @Test
    void laterMessageContinuesTheStoredConversation() {
        store.send(draft(ANNA, BO, "first"));

        SendPlan plan = store.plan(draft(BO, ANNA, "second"));

        assertThat(plan.messages()).extracting(Message::place).containsExactly(new Place(2));
        assertThat(plan.newConversations()).isEmpty();
        assertThat(plan.isNew(plan.conversations().getFirst())).isFalse();
    }

    @Test
    void draftsOfABatchShareTheirNewConversation() {
        SendPlan plan = store.plan(draft(ANNA, BO, "one"), draft(BO, ANNA, "two"), draft(ANNA, CARLA, "other"));

        assertThat(plan.messages())
                .extracting(Message::place)
                .containsExactly(new Place(1), new Place(2), new Place(1));
        assertThat(plan.messages().get(1).conversation())
                .isEqualTo(plan.messages().get(0).conversation());
        assertThat(plan.conversations()).hasSize(2).allMatch(plan::isNew);
        assertThat(plan.messages().get(1).sentAt())
                .isAfter(plan.messages().get(0).sentAt());
    }

    @Test
    void messageOfABlockedSenderIsHeld() {
        store.block(BO, ANNA);

        SendPlan plan = store.plan(draft(ANNA, BO, "held"));

        assertThat(plan.messages()).allMatch(Message::isHeld);
        assertThat(plan.results())
                .containsExactly(new SendResult.Sent(plan.messages().getFirst(), false));
        assertThat(plan.conversations().getFirst().of(BO)).isEqualTo(new ReceiverState(0, 1, 1, 0));
        assertThat(plan.usersWithEvents()).containsExactly(ANNA);
        assertThat(plan.activities()).hasSize(1);
    }

    @Test
    void messageOfTheBlockerIsVisible() {
        store.block(BO, ANNA);

        assertThat(store.plan(draft(BO, ANNA, "visible")).messages()).noneMatch(Message::isHeld);
    }

    @Test
    void noteToOneselfIsOneMessageWithOneEvent() {
        SendPlan plan = store.plan(draft(ANNA, ANNA, "note"));

        assertThat(plan.events().events())
                .containsExactly(
                        new UserEvent(ANNA, 1, NOW, created(plan.messages().getFirst(), ANNA)));
        assertThat(plan.conversations().getFirst().of(ANNA)).isEqualTo(new ReceiverState(1, 0, 0, 0));
    }

    @Test
    void noteToOneselfOfAUserWhoBlocksThemselvesIsHeldAndUnread() {
        store.block(ANNA, ANNA);

        SendPlan plan = store.plan(draft(ANNA, ANNA, "note"));

        assertThat(plan.messages()).allMatch(Message::isHeld);
        assertThat(plan.conversations().getFirst().of(ANNA)).isEqualTo(new ReceiverState(1, 1, 1, 0));
        assertThat(plan.usersWithEvents()).containsExactly(ANNA);
    }

    @Test
    void missingOrErasedSenderIsRefused() {
        store.erase(CARLA);

        assertStoresNothing(store.plan(draft(UNKNOWN, BO, "x")), new SendResult.NoSuchSender());
        assertStoresNothing(store.plan(draft(CARLA, BO, "x")), new SendResult.NoSuchSender());
    }

    @Test
    void missingOrErasedReceiverIsRefused() {
        store.erase(CARLA);

        assertStoresNothing(store.plan(draft(ANNA, UNKNOWN, "x")), new SendResult.NoSuchReceiver());
        assertStoresNothing(store.plan(draft(ANNA, CARLA, "x")), new SendResult.NoSuchReceiver());
    }

    @Test
    void missingSenderComesBeforeMissingReceiver() {
        store.erase(CARLA);

        assertStoresNothing(store.plan(draft(UNKNOWN, UNKNOWN, "x")), new SendResult.NoSuchSender());
        assertStoresNothing(store.plan(draft(CARLA, CARLA, "x")), new SendResult.NoSuchSender());
    }

    @Test
    void refusedDraftLeavesItsNeighboursAlone() {
        SendPlan plan = store.plan(
                draft(ANNA, BO, "one"),
                draft(ANNA, UNKNOWN, "refused"),
                draft(UNKNOWN, BO, "refused"),
                draft(ANNA, BO, "two"));

        assertThat(plan.results().subList(1, 3))
                .containsExactly(new SendResult.NoSuchReceiver(), new SendResult.NoSuchSender());
        assertThat(plan.messages()).extracting(Message::place).containsExactly(new Place(1), new Place(2));
    }

    @Test
    void repeatUnderAKeyReturnsTheFirstMessageAndStoresNothing() {
        Message first = store.send(keyed(ANNA, BO, "hello", NOW));

        assertStoresNothing(store.plan(keyed(ANNA, BO, "hello", NOW)), new SendResult.Sent(first, true));
    }

    @Test
    void repeatToAnErasedReceiverReturnsTheFirstMessage() {
        Message first = store.send(keyed(ANNA, BO, "hello", NOW));
        store.erase(BO);

        assertStoresNothing(store.plan(keyed(ANNA, BO, "hello", NOW)), new SendResult.Sent(first, true));
        assertStoresNothing(store.plan(keyed(ANNA, BO, "hello", AFTER_LIFETIME)), new SendResult.NoSuchReceiver());
    }

    @Test
    void keyWithAnotherContentOrReceiverIsRefused() {
        store.send(keyed(ANNA, BO, "hello", NOW));

        assertStoresNothing(store.plan(keyed(ANNA, BO, "changed", NOW)), new SendResult.KeyReused());
        assertStoresNothing(store.plan(keyed(ANNA, CARLA, "hello", NOW)), new SendResult.KeyReused());
        assertStoresNothing(store.plan(keyed(ANNA, UNKNOWN, "hello", NOW)), new SendResult.KeyReused());
    }

    @Test
    void expiredKeyCountsAsUnused() {
        store.send(keyed(ANNA, BO, "hello", NOW));

        SendPlan plan = store.plan(keyed(ANNA, CARLA, "changed", AFTER_LIFETIME));

        Message second = plan.messages().getFirst();
        assertThat(plan.results()).containsExactly(new SendResult.Sent(second, false));
        assertThat(plan.keys())
                .isEqualTo(Map.of(
                        new SenderKey(ANNA, new IdempotencyKey("key")),
                        new UsedKey(keyed(ANNA, CARLA, "changed", NOW).fingerprint(), second, AFTER_LIFETIME)));
    }

    @Test
    void keysOfSendersAreSeparate() {
        store.send(keyed(ANNA, BO, "hello", NOW));

        assertThat(store.plan(keyed(CARLA, BO, "changed", NOW)).messages()).hasSize(1);
    }

    @Test
    void draftSeesTheKeyThatAnEarlierDraftOfTheBatchUsed() {
        SendPlan plan = store.plan(
                keyed(ANNA, BO, "hello", NOW),
                keyed(ANNA, BO, "hello", NOW),
                keyed(ANNA, BO, "changed", NOW),
                keyed(ANNA, BO, "hello", AFTER_LIFETIME),
                keyed(ANNA, BO, "hello", AFTER_LIFETIME));

        Message first = plan.messages().get(0);
        Message second = plan.messages().get(1);
        assertThat(plan.messages()).hasSize(2);
        assertThat(plan.results())
                .containsExactly(
                        new SendResult.Sent(first, false),
                        new SendResult.Sent(first, true),
                        new SendResult.KeyReused(),
                        new SendResult.Sent(second, false),
                        new SendResult.Sent(second, true));
        assertThat(plan.keys().values()).extracting(UsedKey::message).containsExactly(second);
    }

    @Test
    void refusedDraftDoesNotUseItsKey() {
        SendPlan plan = store.plan(keyed(ANNA, UNKNOWN, "hello", NOW), keyed(ANNA, BO, "hello", NOW));

        assertThat(plan.results().getFirst()).isEqualTo(new SendResult.NoSuchReceiver());
        assertThat(plan.messages()).hasSize(1);
    }

    @Test
    void eventsContinueTheNumbersOfTheirUsersInTheOrderOfTheDrafts() {
        store.send(draft(ANNA, BO, "before"));

        SendPlan plan = store.plan(draft(ANNA, CARLA, "one"), draft(BO, ANNA, "two"));

        Message one = plan.messages().get(0);
        Message two = plan.messages().get(1);
        assertThat(plan.events().events())
                .containsExactly(
                        new UserEvent(ANNA, 2, one.sentAt(), created(one, CARLA)),
                        new UserEvent(CARLA, 1, one.sentAt(), created(one, ANNA)),
                        new UserEvent(BO, 2, two.sentAt(), created(two, ANNA)),
                        new UserEvent(ANNA, 3, two.sentAt(), created(two, BO)));
        assertThat(plan.events().heads()).containsAllEntriesOf(Map.of(ANNA, 3L, BO, 2L, CARLA, 1L));
        assertThat(plan.usersWithEvents()).containsExactlyInAnyOrder(ANNA, BO, CARLA);
    }

    @Test
    void everyMessageIsAnActivityWithTheOriginOfItsDraft() {
        SendPlan plan = store.plan(draft(ANNA, BO, "one"), draft(BO, UNKNOWN, "refused"), draft(BO, ANNA, "two"));

        assertThat(plan.activities())
                .containsExactlyElementsOf(plan.messages().stream()
                        .map(message -> Activity.sending(message, Origin.operator()))
                        .toList());
    }

    @Test
    void emptyBatchStoresNothing() {
        SendPlan plan = store.plan();

        assertThat(plan.storesNothing()).isTrue();
        assertThat(plan.results()).isEmpty();
        assertThat(plan.usersWithEvents()).isEmpty();
    }

    private static void assertStoresNothing(SendPlan plan, SendResult result) {
        assertThat(plan.results()).containsExactly(result);
        assertThat(plan.storesNothing()).isTrue();
        assertThat(plan.conversations()).isEmpty();
        assertThat(plan.newConversations()).isEmpty();
        assertThat(plan.keys()).isEmpty();
        assertThat(plan.activities()).isEmpty();
        assertThat(plan.usersWithEvents()).isEmpty();
    }

    private static Change created(Message message, UserId peer) {
        return new Change.MessageCreated(message.conversation(), message.place(), peer);
    }

    private static MessageDraft draft(UserId sender, UserId receiver, String text) {
        return new MessageDraft(sender, receiver, new MessageContent(text), NOW, Origin.operator());
    }

    private static MessageDraft keyed(UserId sender, UserId receiver, String text, Instant at) {
        return new MessageDraft(
                sender,
                receiver,
                new MessageContent(text),
                at,
                Origin.operator(),
                Optional.of(new IdempotencyKey("key")));
    }
}
