package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link MessagesContract} for the release of held messages: at their places, for one receiver. */
abstract class MessageReleasing extends WithMessages {

    @Test
    protected void releaseMakesHeldMessagesVisibleAtTheirOldPlaces() {
        block(bo, anna);
        Message first = send(anna, bo, "held");
        Message second = send(bo, anna, "visible");
        Message third = send(anna, bo, "held too");

        assertThat(release(bo)).isEqualTo(2);

        assertThat(list(places(1, 3))).containsExactly(released(third), second, released(first));
    }

    @Test
    protected void releaseFindsNothingTheSecondTime() {
        block(bo, anna);
        send(anna, bo, "held");
        release(bo);

        assertThat(stores.messages().release(id(), bo, LATER.plusSeconds(1))).isZero();

        assertThat(list(places(1, 1))).allMatch(message -> message.visibleAt().equals(Optional.of(LATER)));
    }

    @Test
    protected void releaseIsForOneReceiverOnly() {
        block(anna, bo);
        block(bo, anna);
        Message toBo = send(anna, bo, "held from bo");
        send(bo, anna, "held from anna");

        assertThat(release(bo)).isEqualTo(1);

        assertThat(list(places(1, 2))).containsExactly(released(toBo));
    }

    @Test
    protected void releaseIsForOneConversationOnly() {
        UserId carla = registered("carla");
        block(bo, anna);
        block(bo, carla);
        send(anna, bo, "from anna");
        send(carla, bo, "from carla");

        assertThat(release(bo)).isEqualTo(1);

        assertThat(visible(bo, carla)).isEmpty();
    }

    @Test
    protected void releaseWithoutHeldMessagesReturnsNothing() {
        send(anna, bo, "visible");

        assertThat(release(bo)).isZero();
        assertThat(release(anna)).isZero();
        assertThat(stores.messages().release(UNKNOWN, bo, LATER)).isZero();
    }

    @Test
    protected void aNoteToOneselfCanBeReleased() {
        block(anna, anna);
        Message note = send(anna, anna, "note");

        assertThat(stores.messages().release(note.conversation(), anna, LATER)).isEqualTo(1);

        assertThat(visible(anna, anna)).containsExactly(released(note));
    }

    @Test
    protected void rolledBackReleaseHasNoEffect() {
        block(bo, anna);
        send(anna, bo, "held");

        undone(() -> release(bo));

        assertThat(list(places(1, 1))).isEmpty();
        assertThat(release(bo)).isEqualTo(1);
    }

    private long release(UserId receiver) {
        return stores.messages().release(id(), receiver, LATER);
    }

    private static Message released(Message held) {
        return new Message(
                held.id(),
                held.conversation(),
                held.place(),
                held.sender(),
                held.receiver(),
                held.content(),
                held.sentAt(),
                Optional.of(LATER));
    }
}
