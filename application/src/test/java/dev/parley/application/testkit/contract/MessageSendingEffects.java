package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.shared.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link MessageSendingContract} for what a send stores: its place, its time, whether it is held, and its
 * activity.
 */
abstract class MessageSendingEffects extends WithSending {

    @Test
    protected void theFirstMessageBeginsTheConversation() {
        Message message = send(anna, bo, "hello");

        Conversation begun = conversation(bo, anna).orElseThrow();
        assertThat(message)
                .isEqualTo(new Message(
                        message.id(),
                        begun.id(),
                        new Place(1),
                        anna,
                        bo,
                        Optional.of(new MessageContent("hello")),
                        NOW,
                        Optional.of(NOW)));
        assertThat(visible(anna, bo)).containsExactly(message);
        assertThat(begun.participants()).isEqualTo(Participants.of(anna, bo));
        assertThat(begun.lastPlace()).isEqualTo(1);
        assertThat(begun.of(bo)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(begun.of(anna)).isEqualTo(ReceiverState.NEW);
        assertThat(begun.latestAt()).isEqualTo(NOW);
    }

    @Test
    protected void bothDirectionsShareOneConversation() {
        Message there = send(anna, bo, "there");
        Message back = send(bo, anna, "and back");

        assertThat(back.conversation()).isEqualTo(there.conversation());
        assertThat(back.place()).isEqualTo(new Place(2));
        assertThat(visible(anna, bo)).containsExactly(back, there);
    }

    @Test
    protected void conversationsCountTheirPlacesApart() {
        Message toBo = send(anna, bo, "one");
        Message toCarla = send(anna, carla, "two");
        Message toSelf = send(anna, anna, "three");

        assertThat(List.of(toBo, toCarla, toSelf))
                .allMatch(message -> message.place().equals(new Place(1)))
                .extracting(Message::conversation)
                .doesNotHaveDuplicates();
    }

    @Test
    protected void aNoteToOneselfIsAMessage() {
        Message note = send(anna, anna, "milk");

        assertThat(visible(anna, anna)).containsExactly(note);
        assertThat(conversation(anna, anna).orElseThrow().of(anna)).isEqualTo(new ReceiverState(1, 0, 0, 0));
    }

    @Test
    protected void timesRiseAlsoWhenTheClockStandsStillOrGoesBack() {
        send(anna, bo, "now", NOW);
        send(bo, anna, "at the same time", NOW);
        send(anna, bo, "an hour ago", NOW.minusSeconds(3600));
        Message last = send(anna, bo, "in an hour", NOW.plusSeconds(3600));

        assertThat(last.sentAt()).isEqualTo(NOW.plusSeconds(3600));
        assertDenseAndRising(visible(anna, bo), 4);
    }

    @Test
    protected void aTimeIsCutToMicroseconds() {
        Message message = send(anna, bo, "hello", NOW.plusNanos(999));

        assertThat(message.sentAt()).isEqualTo(NOW);
        assertThat(visible(anna, bo)).containsExactly(message);
    }

    @Test
    protected void whatABlockedUserSendsIsHeld() {
        block(bo, anna);

        Message held = send(anna, bo, "are you there?");

        assertThat(held.isHeld()).isTrue();
        assertThat(held.sentAt()).isEqualTo(NOW);
        assertThat(visible(anna, bo)).isEmpty();
        assertThat(conversation(anna, bo).orElseThrow().of(bo)).isEqualTo(new ReceiverState(0, 1, 1, 0));
    }

    @Test
    protected void theBlockerMayWriteToTheBlocked() {
        block(bo, anna);
        send(anna, bo, "held");

        Message message = send(bo, anna, "not held");

        assertThat(message.place()).isEqualTo(new Place(2));
        assertThat(visible(anna, bo)).containsExactly(message);
    }

    @Test
    protected void selfBlockHoldsOwnNotes() {
        block(anna, anna);

        assertThat(send(anna, anna, "note").isHeld()).isTrue();
        assertThat(conversation(anna, anna).orElseThrow().of(anna)).isEqualTo(new ReceiverState(1, 1, 1, 0));
    }

    @Test
    protected void everyMessageIsAnActivityHeldOrNot() {
        block(bo, anna);
        Message held = send(anna, bo, "held");
        MessageDraft plain = new MessageDraft(bo, anna, new MessageContent("visible"), NOW, Origin.operator());
        Message visible = sent(stores.sending().send(plain));

        assertThat(waiting())
                .extracting(RecordedActivity::activity)
                .containsExactly(Activity.sending(held, ORIGIN), Activity.sending(visible, Origin.operator()));
    }

    @Test
    protected void aUnitOfWorkCannotSend() {
        assertThatIllegalStateException().isThrownBy(() -> inUnitOfWork(() -> send(anna, bo, "too early")));
        assertThatIllegalStateException()
                .isThrownBy(() -> stores.unitOfWork().<Message>snapshot(() -> send(anna, bo, "too early")));

        assertThat(conversation(anna, bo)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    protected void anyContentComesBackAsItWas() {
        UnusualText.all().forEach(text -> {
            Message message = send(anna, bo, text);
            assertThat(message.content()).contains(new MessageContent(text));
            assertThat(visible(anna, bo)).startsWith(message);
        });
    }

    @Test
    protected void theLongestContentComesBackWhole() {
        Message message = send(anna, bo, UnusualText.astral(MessageContent.MAX_LENGTH));

        assertThat(visible(anna, bo)).containsExactly(message);
    }
}
