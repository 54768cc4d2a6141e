package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Cases of {@link MessageSendingContract} in which other users send, block and unblock at the same time. */
abstract class MessageSendingRaces extends WithSending {

    private static final int THREADS = 8;
    private static final int STEPS = 15;

    private final Queue<Message> sent = new ConcurrentLinkedQueue<>();

    @Test
    protected void noPlaceIsMissedOrDoubledWhenBothSendAtOnce() {
        ConcurrentRun.of(THREADS, STEPS)
                .run((thread, step) -> sent.add(thread % 2 == 0 ? send(anna, bo, "to bo") : send(bo, anna, "to anna")));

        assertDenseAndRising(visible(anna, bo), THREADS * STEPS);
        assertThat(visible(anna, bo)).containsExactlyInAnyOrderElementsOf(sent);
        assertEachSentWasRecordedOnce();
        Conversation after = conversation(anna, bo).orElseThrow();
        assertThat(after.of(anna)).isEqualTo(new ReceiverState(THREADS * STEPS / 2, 0, 0, 0));
        assertThat(after.of(bo)).isEqualTo(new ReceiverState(THREADS * STEPS / 2, 0, 0, 0));
    }

    @Test
    protected void noPlaceIsMissedInManyConversationsAtOnceTheirFirstMessagesIncluded() {
        List<UserId> everybody = List.of(anna, bo, carla, registered("dora"));

        ConcurrentRun.of(THREADS, STEPS).run((thread, step) -> {
            UserId sender = everybody.get(thread % everybody.size());
            UserId receiver = everybody.get((thread + step) % everybody.size());
            sent.add(send(sender, receiver, "from " + thread, NOW.minusSeconds(step)));
        });

        everybody.forEach(one -> everybody.forEach(other -> {
            List<Message> between = sent.stream()
                    .filter(message -> Participants.of(message.sender(), message.receiver())
                            .equals(Participants.of(one, other)))
                    .toList();
            assertThat(between)
                    .extracting(Message::conversation)
                    .containsOnly(conversation(one, other).orElseThrow().id());
            assertThat(visible(one, other)).containsExactlyInAnyOrderElementsOf(between);
            assertDenseAndRising(visible(one, other), between.size());
        }));
        assertThat(sent).extracting(Message::id).doesNotHaveDuplicates();
        assertEachSentWasRecordedOnce();
    }

    @Test
    protected void aMessageSentWhileABlockIsMadeWaitsForItAndIsHeld() {
        List<BackgroundTask<Message>> sending = new ArrayList<>();

        inUnitOfWork(() -> {
            block(bo, anna);
            sending.add(sendElsewhere());
        });

        assertThat(sending.getFirst().result().isHeld()).isTrue();
    }

    @Test
    protected void aMessageSentWhileABlockIsUndoneIsVisible() {
        List<BackgroundTask<Message>> sending = new ArrayList<>();

        undone(() -> {
            block(bo, anna);
            sending.add(sendElsewhere());
        });

        assertThat(sending.getFirst().result().isHeld()).isFalse();
    }

    @Test
    protected void aMessageSentWhileABlockIsLiftedWaitsForThatAndIsVisible() {
        List<BackgroundTask<Message>> sending = new ArrayList<>();
        block(bo, anna);
        send(anna, bo, "held");

        inUnitOfWork(() -> {
            unblock(bo, anna, NOW);
            sending.add(sendElsewhere());
        });

        assertThat(sending.getFirst().result().isHeld()).isFalse();
        assertDenseAndRising(visible(anna, bo), 2);
        assertThat(conversation(anna, bo).orElseThrow().of(bo)).isEqualTo(new ReceiverState(2, 0, 0, 0));
    }

    /** A sending that has begun and cannot end before the unit of work that holds the locks. */
    private BackgroundTask<Message> sendElsewhere() {
        BackgroundTask<Message> sending = BackgroundTask.start(() -> send(anna, bo, "meanwhile"));
        assertThat(sending.endsSoon()).isFalse();
        return sending;
    }

    @Test
    protected void onceABlockHasReturnedEveryLaterMessageIsHeld() {
        AtomicBoolean blocked = new AtomicBoolean();

        ConcurrentRun.of(THREADS, STEPS).run((thread, step) -> {
            if (thread == 0 && step == STEPS / 3) {
                block(bo, anna);
                blocked.set(true);
                return;
            }
            boolean after = blocked.get();
            Message message = thread % 2 == 0 ? send(anna, bo, "to bo") : send(bo, anna, "to anna");
            sent.add(message);
            assertThat(message.isHeld() || !after || message.sender().equals(bo))
                    .isTrue();
        });

        assertThat(inOrder(messagesOf(anna))).extracting(Message::isHeld).isSorted();
        assertThat(messagesOf(bo)).noneMatch(Message::isHeld);
        assertCountsMatchWhatWasSent();
    }

    @Test
    protected void countsStayTrueWhileBlocksComeAndGo() {
        ConcurrentRun.of(4, STEPS).run((thread, step) -> {
            if (thread == 0) {
                block(bo, anna);
            } else if (thread == 1) {
                unblock(bo, anna, NOW.plusSeconds(step));
            } else {
                sent.add(send(anna, bo, "to bo"));
            }
        });

        long held = conversation(anna, bo).orElseThrow().of(bo).held();
        assertThat(visible(anna, bo)).hasSize((int) (2 * STEPS - held));
        assertThat(unblock(bo, anna, NOW)).isEqualTo(held);
        assertThat(visible(anna, bo)).hasSize(2 * STEPS).allMatch(message -> !message.isHeld());
        assertThat(conversation(anna, bo).orElseThrow().of(bo)).isEqualTo(new ReceiverState(2 * STEPS, 0, 0, 0));
    }

    private void assertCountsMatchWhatWasSent() {
        Conversation after = conversation(anna, bo).orElseThrow();
        List<Message> held =
                inOrder(messagesOf(anna)).stream().filter(Message::isHeld).toList();
        long heldFrom = held.isEmpty() ? 0 : held.getFirst().place().value();
        assertThat(after.lastPlace()).isEqualTo(sent.size());
        assertThat(after.of(bo))
                .isEqualTo(new ReceiverState(messagesOf(anna).size() - held.size(), held.size(), heldFrom, 0));
        assertThat(after.of(anna)).isEqualTo(new ReceiverState(messagesOf(bo).size(), 0, 0, 0));
        assertThat(visible(anna, bo))
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().filter(message -> !message.isHeld()).toList());
    }

    private void assertEachSentWasRecordedOnce() {
        assertThat(waiting())
                .extracting(RecordedActivity::activity)
                .containsExactlyInAnyOrderElementsOf(sent.stream()
                        .map(message -> Activity.sending(message, ORIGIN))
                        .toList());
    }

    private List<Message> messagesOf(UserId sender) {
        return sent.stream().filter(message -> message.sender().equals(sender)).toList();
    }
}
