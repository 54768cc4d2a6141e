package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link MessageSendingContract} for events: each participant who sees the message gets one, in the order of
 * commits.
 */
abstract class MessageSendingEvents extends WithSending {

    private static final UserId NOBODY = new UserId(Long.MAX_VALUE);

    @Test
    protected void bothLearnOfAMessage() {
        Message message = send(anna, bo, "hello");

        assertThat(eventsOf(anna)).containsExactly(new UserEvent(anna, 1, message.sentAt(), created(message, bo)));
        assertThat(eventsOf(bo)).containsExactly(new UserEvent(bo, 1, message.sentAt(), created(message, anna)));
        assertThat(stores.entriesAfter(bo, 0, 10))
                .extracting(EventEntry::message)
                .containsExactly(Optional.of(message));
    }

    @Test
    protected void theSenderAloneLearnsOfAHeldMessage() {
        block(bo, anna);

        Message held = send(anna, bo, "held");

        assertThat(changesOf(anna)).containsExactly(created(held, bo));
        assertThat(changesOf(bo)).isEmpty();
        assertThat(stores.events().state(bo).head()).isZero();
    }

    @Test
    protected void aNoteToOneselfIsOneEvent() {
        Message note = send(anna, anna, "note");

        assertThat(changesOf(anna)).containsExactly(created(note, anna));
    }

    @Test
    protected void eventsAreNumberedOverAllConversations() {
        Message first = send(anna, bo, "one");
        Message second = send(carla, anna, "two");
        Message third = send(anna, bo, "three");

        assertThat(changesOf(anna)).containsExactly(created(first, bo), created(second, carla), created(third, bo));
        assertThat(eventsOf(bo)).extracting(UserEvent::seq).containsExactly(1L, 2L);
    }

    @Test
    protected void concurrentSendsLoseNoEvent() {
        List<UserId> everybody = List.of(anna, bo, carla);

        ConcurrentRun.of(6, 10)
                .run((thread, step) ->
                        send(everybody.get(thread % 3), everybody.get((thread + 1 + step % 2) % 3), "x"));

        everybody.forEach(user -> {
            List<UserEvent> events = eventsOf(user);
            assertThat(events)
                    .extracting(UserEvent::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 40).boxed().toList());
            assertThat(events).extracting(UserEvent::change).doesNotHaveDuplicates();
        });
    }

    @Test
    protected void unknownSendersAndReceiversAreRefused() {
        assertThat(stores.sending().send(draft(anna, NOBODY, "hello", NOW))).isEqualTo(new SendResult.NoSuchReceiver());
        assertThat(stores.sending().send(draft(NOBODY, anna, "hello", NOW))).isEqualTo(new SendResult.NoSuchSender());
        assertThat(stores.sending().send(draft(NOBODY, NOBODY, "hello", NOW))).isEqualTo(new SendResult.NoSuchSender());

        assertThat(conversation(anna, NOBODY)).isEmpty();
        assertThat(changesOf(anna)).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(send(anna, bo, "hello").place().value()).isEqualTo(1);
    }

    private static Change created(Message message, UserId peer) {
        return new Change.MessageCreated(message.conversation(), message.place(), peer);
    }
}
