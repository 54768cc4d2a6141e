package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.SendMessageUseCase.Command;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendMessageServiceTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void aMessageIsWrittenNow() {
        Message message = world.send(anna, bo, "hello");

        assertThat(message)
                .isEqualTo(new Message(
                        message.id(),
                        message.conversation(),
                        new Place(1),
                        anna,
                        bo,
                        Optional.of(new MessageContent("hello")),
                        world.now(),
                        Optional.of(world.now())));
    }

    @Test
    void theActivityIsRecorded() {
        Message message = world.send(anna, bo, "hello");

        assertThat(world.activities()).containsExactly(Activity.sending(message, UseCaseFixture.ORIGIN));
    }

    @Test
    void aHeldMessageIsAnActivityToo() {
        world.block(bo, "anna");
        world.forgetActivities();

        Message held = world.send(anna, bo, "hello");

        assertThat(held.isHeld()).isTrue();
        assertThat(world.activities()).containsExactly(Activity.sending(held, UseCaseFixture.ORIGIN));
    }

    @Test
    void aRepeatUnderAKeyIsAnsweredWithTheFirstMessage() {
        Message first = ((SendResult.Sent) send(bo, "hello", KEY)).message();
        world.secondsLater(60);

        assertThat(send(bo, "hello", KEY)).isEqualTo(new SendResult.Sent(first, true));

        assertThat(world.shown(anna, "bo")).containsExactly(first);
        assertThat(world.activities()).hasSize(1);
    }

    @Test
    void anotherSendUnderTheSameKeyIsRefused() {
        send(bo, "hello", KEY);

        assertThat(send(bo, "hello!", KEY)).isEqualTo(new SendResult.KeyReused());
        assertThat(send(anna, "hello", KEY)).isEqualTo(new SendResult.KeyReused());

        assertThat(world.activities()).hasSize(1);
    }

    @Test
    void aKeyIsForgottenInTheEnd() {
        send(bo, "hello", KEY);
        world.clock().advance(IdempotencyKey.LIFETIME);

        assertThat(send(bo, "hello!", KEY)).isInstanceOf(SendResult.Sent.class);

        assertThat(world.shown(anna, "bo")).hasSize(2);
    }

    @Test
    void sendToAnUnknownUserStoresNothing() {
        assertThat(send(new UserId(Long.MAX_VALUE), "hello", KEY)).isEqualTo(new SendResult.NoSuchReceiver());

        assertThat(world.activities()).isEmpty();
    }

    private SendResult send(UserId receiver, String text, IdempotencyKey key) {
        return world.app()
                .send()
                .send(new Command(anna, receiver, new MessageContent(text), Optional.of(key), UseCaseFixture.ORIGIN));
    }
}
