package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.HeldMessage;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.Received;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link MessagesContract} for single messages and those to one participant: found held or not. */
abstract class MessageFinding extends WithMessages {

    @Test
    protected void aMessageIsFoundByItsIdAndByItsPlaceHeldOrNot() {
        Message visible = send(anna, bo, "visible");
        block(bo, anna);
        Message held = send(anna, bo, "held");

        for (Message message : List.of(visible, held)) {
            assertThat(stores.messages().find(message.id())).contains(message);
            assertThat(stores.messages()
                            .find(message.conversation(), message.place().value()))
                    .contains(message);
        }
    }

    @Test
    protected void unknownMessageIsNotFound() {
        Message message = send(anna, bo, "hello");

        assertThat(stores.messages().find(new MessageId(Long.MAX_VALUE))).isEmpty();
        assertThat(stores.messages().find(message.conversation(), 0)).isEmpty();
        assertThat(stores.messages().find(message.conversation(), 2)).isEmpty();
        assertThat(stores.messages().find(UNKNOWN, 1)).isEmpty();
    }

    @Test
    protected void messagesToOneParticipantAreFoundIncludingBothEnds() {
        Message first = send(anna, bo, "1");
        send(bo, anna, "2");
        send(anna, bo, "3");
        send(anna, bo, "4");
        send(bo, anna, "5");

        assertThat(received(first, bo, 1, 5)).contains(new Received(3, new Place(4)));
        assertThat(received(first, bo, 3, 4)).contains(new Received(2, new Place(4)));
        assertThat(received(first, bo, 1, 3)).contains(new Received(2, new Place(3)));
        assertThat(received(first, bo, 4, 4)).contains(new Received(1, new Place(4)));
        assertThat(received(first, bo, 5, 1000)).isEmpty();
        assertThat(received(first, anna, 1, 5)).contains(new Received(2, new Place(5)));
        assertThat(stores.messages().findReceived(UNKNOWN, bo, span(1, 5))).isEmpty();
    }

    @Test
    protected void messagesToOneParticipantAreFoundHeldOrNot() {
        Message first = send(anna, bo, "1");
        block(bo, anna);
        send(anna, bo, "2");
        send(bo, anna, "3");

        assertThat(received(first, bo, 1, 3)).contains(new Received(2, new Place(2)));
    }

    @Test
    protected void heldMessagesToOneParticipantAreListedInOrder() {
        send(anna, bo, "visible");
        block(bo, anna);
        block(anna, bo);
        Message first = send(anna, bo, "held");
        Message ofBo = send(bo, anna, "held too");
        Message second = send(anna, bo, "held as well");

        assertThat(stores.messages().listHeld(first.conversation(), bo)).containsExactly(held(first), held(second));
        assertThat(stores.messages().listHeld(first.conversation(), anna)).containsExactly(held(ofBo));
        assertThat(stores.messages().listHeld(UNKNOWN, bo)).isEmpty();

        unblock(bo, anna, LATER);
        assertThat(stores.messages().listHeld(first.conversation(), bo)).isEmpty();
    }

    private Optional<Received> received(Message in, UserId receiver, long oldest, long newest) {
        return stores.messages().findReceived(in.conversation(), receiver, span(oldest, newest));
    }

    private static Span span(long oldest, long newest) {
        return new Span(new Place(oldest), new Place(newest));
    }

    private static HeldMessage held(Message message) {
        return new HeldMessage(message.place(), message.sentAt());
    }
}
