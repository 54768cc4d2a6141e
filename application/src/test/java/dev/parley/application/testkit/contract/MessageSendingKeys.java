package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link MessageSendingContract} for repeats: under one key of one sender one message is stored and returned
 * each time.
 */
abstract class MessageSendingKeys extends WithSending {

    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    @Test
    protected void aRepeatGetsTheFirstAnswerAndStoresNothing() {
        Message first = sent(send(keyed(anna, bo, "hello", KEY)));

        SendResult repeat = send(keyed(anna, bo, "hello", KEY));

        assertThat(repeat).isEqualTo(new SendResult.Sent(first, true));
        assertStoredOnce(first);
    }

    @Test
    protected void aRepeatFromElsewhereAndLaterIsARepeat() {
        Message first = sent(send(keyed(anna, bo, "hello", KEY)));
        send(bo, anna, "meanwhile");

        SendResult repeat = send(new MessageDraft(
                anna, bo, new MessageContent("hello"), NOW.plusSeconds(60), Origin.operator(), Optional.of(KEY)));

        assertThat(repeat).isEqualTo(new SendResult.Sent(first, true));
        assertThat(conversation(anna, bo).orElseThrow().lastPlace()).isEqualTo(2);
    }

    @Test
    protected void aRepeatOfAHeldMessageIsAnsweredWithIt() {
        block(bo, anna);
        Message held = sent(send(keyed(anna, bo, "hello", KEY)));

        assertThat(send(keyed(anna, bo, "hello", KEY))).isEqualTo(new SendResult.Sent(held, true));

        assertThat(conversation(anna, bo).orElseThrow().of(bo).held()).isEqualTo(1);
    }

    @Test
    protected void anotherContentOrReceiverUnderAKeyIsRefusedAndStoresNothing() {
        Message first = sent(send(keyed(anna, bo, "hello", KEY)));

        assertThat(send(keyed(anna, bo, "hello!", KEY))).isEqualTo(new SendResult.KeyReused());
        assertThat(send(keyed(anna, carla, "hello", KEY))).isEqualTo(new SendResult.KeyReused());
        assertThat(send(keyed(anna, anna, "hello", KEY))).isEqualTo(new SendResult.KeyReused());

        assertStoredOnce(first);
        assertThat(conversation(anna, carla)).isEmpty();
        assertThat(send(keyed(anna, bo, "hello", KEY))).isEqualTo(new SendResult.Sent(first, true));
    }

    @Test
    protected void aRepeatIsAnsweredAlsoWhenItsReceiverIsErased() {
        Message first = sent(send(keyed(anna, bo, "hello", KEY)));
        erase(bo);

        assertThat(send(keyed(anna, bo, "hello", KEY))).isEqualTo(new SendResult.Sent(first, true));
        assertThat(send(keyed(anna, bo, "hello!", KEY))).isEqualTo(new SendResult.KeyReused());
        assertThat(send(keyed(anna, bo, "hello", KEY, NOW.plus(IdempotencyKey.LIFETIME))))
                .isEqualTo(new SendResult.NoSuchReceiver());
        assertThat(send(keyed(anna, bo, "hello", new IdempotencyKey("key-2"))))
                .isEqualTo(new SendResult.NoSuchReceiver());

        assertStoredOnce(first);
    }

    @Test
    protected void whatAKeyWasUsedForIsFoundByItsSenderAlone() {
        Message first = sent(send(keyed(anna, bo, "hello", KEY)));
        sent(send(keyed(bo, anna, "hello", new IdempotencyKey("key-2"))));
        erase(bo);

        assertThat(stores.messages().findSentWith(anna, KEY)).contains(first);
        assertThat(stores.messages().findSentWith(bo, KEY)).isEmpty();
        assertThat(stores.messages().findSentWith(anna, new IdempotencyKey("key-2")))
                .isEmpty();

        stores.messages().forgetKeys(NOW.plusSeconds(1));
        assertThat(stores.messages().findSentWith(anna, KEY)).isEmpty();
    }

    private void erase(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.users().erase(user);
        });
    }

    @Test
    protected void sendersHaveTheirOwnKeys() {
        Message ofAnna = sent(send(keyed(anna, bo, "hello", KEY)));

        Message ofBo = sent(send(keyed(bo, anna, "hello", KEY)));
        Message ofCarla = sent(send(keyed(carla, bo, "hello", KEY)));

        assertThat(List.of(ofAnna, ofBo, ofCarla)).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    protected void anyKeyIsKeptExactly() {
        List<IdempotencyKey> keys = List.of(
                new IdempotencyKey("k"),
                new IdempotencyKey("K"),
                new IdempotencyKey("k "),
                new IdempotencyKey(" '\"\\%_~"),
                new IdempotencyKey("k".repeat(IdempotencyKey.MAX_LENGTH)));

        List<Message> messages = keys.stream()
                .map(key -> sent(send(keyed(anna, bo, "hello", key))))
                .toList();

        assertThat(messages).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(keys)
                .extracting(key -> send(keyed(anna, bo, "hello", key)))
                .containsExactlyElementsOf(messages.stream()
                        .<SendResult>map(message -> new SendResult.Sent(message, true))
                        .toList());
    }

    @Test
    protected void withoutAKeyEverySendIsANewOne() {
        Message first = send(anna, bo, "hello");

        assertThat(send(anna, bo, "hello").id()).isNotEqualTo(first.id());
    }

    @Test
    protected void expiredKeyCountsAgain() {
        Instant end = NOW.plus(IdempotencyKey.LIFETIME);
        Message first = sent(send(keyed(anna, bo, "hello", KEY, NOW)));

        assertThat(send(keyed(anna, bo, "hello", KEY, end.minusNanos(1000))))
                .isEqualTo(new SendResult.Sent(first, true));
        Message second = sent(send(keyed(anna, carla, "another", KEY, end)));

        assertThat(send(keyed(anna, carla, "another", KEY, end.plusSeconds(60))))
                .isEqualTo(new SendResult.Sent(second, true));
        assertThat(send(keyed(anna, bo, "hello", KEY, end.plusSeconds(60)))).isEqualTo(new SendResult.KeyReused());
    }

    @Test
    protected void theKeysOfOneSenderCanBeForgotten() {
        Message ofAnna = sent(send(keyed(anna, bo, "hello", KEY)));
        Message ofBo = sent(send(keyed(bo, anna, "hello", KEY)));

        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.messages().forgetKeys(anna);
        });

        assertThat(sent(send(keyed(anna, bo, "hello", KEY))).id()).isNotEqualTo(ofAnna.id());
        assertThat(send(keyed(bo, anna, "hello", KEY))).isEqualTo(new SendResult.Sent(ofBo, true));
    }

    @Test
    protected void theKeysThatWereUsedBeforeCanBeForgottenAndNoOthers() {
        IdempotencyKey later = new IdempotencyKey("key-2");
        Message first = sent(send(keyed(anna, bo, "hello", KEY, NOW.minusNanos(1000))));
        Message second = sent(send(keyed(anna, bo, "hello", later, NOW)));

        assertThat(stores.messages().forgetKeys(NOW)).isEqualTo(1);
        assertThat(stores.messages().forgetKeys(NOW)).isZero();

        assertThat(sent(send(keyed(anna, bo, "hello", KEY))).id()).isNotEqualTo(first.id());
        assertThat(send(keyed(anna, bo, "hello", later))).isEqualTo(new SendResult.Sent(second, true));
    }

    @Test
    protected void ofRepeatsAtTheSameTimeOneIsStored() {
        Queue<SendResult> outcomes = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 6)
                .run((thread, step) -> outcomes.add(
                        send(keyed(anna, step % 2 == 0 ? bo : carla, "hello", new IdempotencyKey("key " + step)))));

        List<Message> stored = outcomes.stream()
                .filter(outcome -> outcome instanceof SendResult.Sent sent && !sent.replayed())
                .map(MessageSendingKeys::sent)
                .toList();
        assertThat(stored).hasSize(6).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof SendResult.Sent sent && sent.replayed())
                .hasSize(7 * 6)
                .allMatch(outcome -> stored.contains(((SendResult.Sent) outcome).message()));
        assertDenseAndRising(visible(anna, bo), 3);
        assertDenseAndRising(visible(anna, carla), 3);
        assertThat(waiting()).hasSize(6);
        assertThat(changesOf(anna)).hasSize(6);
    }

    @Test
    protected void ofDifferentSendsUnderOneKeyAtTheSameTimeOneIsStored() {
        Queue<SendResult> outcomes = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 1)
                .run((thread, step) ->
                        outcomes.add(send(keyed(anna, thread % 2 == 0 ? bo : carla, "from " + thread, KEY))));

        assertThat(outcomes).filteredOn(SendResult.Sent.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new SendResult.KeyReused()::equals).hasSize(7);
        assertThat(waiting()).hasSize(1);
    }

    private void assertStoredOnce(Message message) {
        assertThat(visible(anna, bo)).containsExactly(message);
        assertThat(conversation(anna, bo).orElseThrow().lastPlace()).isEqualTo(1);
        assertThat(waiting()).hasSize(1);
        assertThat(changesOf(anna)).hasSize(1);
        assertThat(changesOf(bo)).hasSize(1);
    }

    private SendResult send(MessageDraft draft) {
        return stores.sending().send(draft);
    }

    private static MessageDraft keyed(UserId sender, UserId receiver, String text, IdempotencyKey key) {
        return keyed(sender, receiver, text, key, NOW);
    }

    private static MessageDraft keyed(
            UserId sender, UserId receiver, String text, IdempotencyKey key, Instant writtenAt) {
        return new MessageDraft(sender, receiver, new MessageContent(text), writtenAt, ORIGIN, Optional.of(key));
    }
}
