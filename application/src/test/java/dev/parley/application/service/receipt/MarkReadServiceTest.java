package dev.parley.application.service.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.receipt.MarkReadUseCase.Command;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Result;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.ReadOnly;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MarkReadServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    /** Fails on any write. */
    private final MarkReadService readOnly = new MarkReadService(
            new ReadOnly(world.stores().unitOfWork()),
            world.stores().users(),
            world.stores().locks(),
            world.stores().conversations(),
            world.stores().messages(),
            world.stores().receipts(),
            world.stores().events(),
            world.clock());

    @Test
    void markCoversAllMessagesUpToTheGivenOne() {
        List<Message> sent = sendMany(4);
        world.secondsLater(60);

        assertThat(world.markRead(bo, "anna", sent.get(2))).isEqualTo(marked(true, sent.get(2), 1));

        assertThat(readAt(sent.get(0))).contains(world.now());
        assertThat(readAt(sent.get(2))).contains(world.now());
        assertThat(readAt(sent.get(3))).isEmpty();
    }

    @Test
    void messagesOfAnErasedPeerAreNotUnread() {
        List<Message> sent = sendMany(3);
        world.erase(world.loggedIn("anna"));
        String erased = Username.ofErased(anna).value();

        assertThat(world.markRead(bo, erased, sent.get(1))).isEqualTo(marked(true, sent.get(1), 0));
        assertThat(world.markRead(bo, erased, sent.get(0))).isEqualTo(marked(false, sent.get(1), 0));
        assertThat(world.changes(bo).getLast())
                .isInstanceOfSatisfying(
                        Change.ConversationRead.class,
                        read -> assertThat(read.unread()).isZero());
    }

    @Test
    void readerErasedConcurrentlyReadsNothing() {
        Message message = sendMany(1).getFirst();
        List<Change> before = world.changes(anna);
        world.erase(world.loggedIn("bo"));

        assertThat(world.markRead(bo, "anna", message)).isEqualTo(new Result.Marked(false, Optional.empty(), 1));

        assertThat(readAt(message)).isEmpty();
        assertThat(world.changes(anna)).isEqualTo(before);
        assertThat(world.changes(bo)).isEmpty();
    }

    @Test
    void marksOnlyMoveForward() {
        List<Message> sent = sendMany(4);
        world.markRead(bo, "anna", sent.get(2));

        assertThat(readOnly(bo, "anna", sent.get(2))).isEqualTo(marked(false, sent.get(2), 1));
        assertThat(readOnly(bo, "anna", sent.get(0))).isEqualTo(marked(false, sent.get(2), 1));

        assertThat(world.markRead(bo, "anna", sent.get(3))).isEqualTo(marked(true, sent.get(3), 0));
    }

    @Test
    void firstReadReceiptOfAMessageCounts() {
        List<Message> sent = sendMany(2);
        world.markRead(bo, "anna", sent.get(0));
        Optional<Instant> first = readAt(sent.get(0));
        world.secondsLater(60);

        world.markRead(bo, "anna", sent.get(1));

        assertThat(readAt(sent.get(0))).isPresent().isEqualTo(first);
    }

    @Test
    void ownMessageMarksEarlierReceivedMessagesAsRead() {
        Message first = world.send(anna, bo, "to bo");
        Message own = world.send(bo, anna, "to anna");
        Message last = world.send(anna, bo, "to bo again");

        assertThat(world.markRead(bo, "anna", own)).isEqualTo(marked(true, first, 1));

        assertThat(readAt(first)).isPresent();
        assertThat(readAt(last)).isEmpty();
    }

    @Test
    void withoutReceivedMessagesNothingIsRead() {
        Message own = world.send(anna, bo, "to bo");

        assertThat(readOnly(anna, "bo", own)).isEqualTo(new Result.Marked(false, Optional.empty(), 0));
    }

    @Test
    void markDoesNotReachAHeldMessage() {
        Message visible = world.send(anna, bo, "visible");
        world.block(bo, "anna");
        Message held = world.send(anna, bo, "held");
        Message own = world.send(bo, anna, "after it");

        assertThat(world.markRead(bo, "anna", own)).isEqualTo(marked(true, visible, 0));
        assertThat(readOnly(bo, "anna", held)).isEqualTo(new Result.NoSuchMessage());

        world.unblock(bo, "anna");
        assertThat(readAt(held)).isEmpty();
        assertThat(world.markRead(bo, "anna", held)).isEqualTo(marked(true, held, 0));
    }

    @Test
    void readNotifiesBoth() {
        Message first = sendMany(2).getFirst();
        world.markRead(bo, "anna", first);

        assertThat(world.changes(bo))
                .endsWith(new Change.ConversationRead(
                        first.conversation(), first.place(), anna, readAt(first).orElseThrow(), 1));
        assertThat(world.changes(anna))
                .endsWith(new Change.ReceiptRead(
                        first.conversation(), first.place(), bo, readAt(first).orElseThrow()));
    }

    @Test
    void readingNotesToOneselfIsOneEvent() {
        Message note = world.send(anna, anna, "note");

        assertThat(world.markRead(anna, "anna", note)).isEqualTo(marked(true, note, 0));

        assertThat(world.changes(anna)).hasSize(2).last().isInstanceOf(Change.ConversationRead.class);
    }

    @Test
    void markThatCoversNothingNewProducesNoEvent() {
        Message message = world.send(anna, bo, "hello");
        world.markRead(bo, "anna", message);
        List<Change> before = world.changes(anna);

        world.markRead(bo, "anna", message);

        assertThat(world.changes(anna)).isEqualTo(before);
    }

    @Test
    void messageOfAnotherConversationIsRejected() {
        Message message = world.send(anna, bo, "hello");
        Message note = world.send(bo, bo, "note");
        UserId carla = world.user("carla");

        assertThat(readOnly(bo, "anna", note)).isEqualTo(new Result.NoSuchMessage());
        assertThat(readOnly(bo, "carla", message)).isEqualTo(new Result.NoSuchMessage());
        assertThat(readOnly(carla, "anna", message)).isEqualTo(new Result.NoSuchMessage());
        assertThat(readOnly.markRead(new Command(bo, "anna", new MessageId(Long.MAX_VALUE))))
                .isEqualTo(new Result.NoSuchMessage());
    }

    @Test
    void unknownPeerReturnsNoSuchUser() {
        Message message = world.send(anna, bo, "hello");

        assertThat(readOnly(bo, "unknown", message)).isEqualTo(new Result.NoSuchUser());
        assertThat(readOnly(bo, "no name", message)).isEqualTo(new Result.NoSuchUser());
    }

    @Test
    void messagesOfAnErasedUserCanBeRead() {
        Message message = world.send(anna, bo, "hello");
        world.erase(world.loggedIn("anna"));

        assertThat(world.markRead(bo, Username.ofErased(anna).value(), message)).isEqualTo(marked(true, message, 0));
    }

    @Test
    void ofConcurrentMarksOneChangesTheState() {
        Message last = sendMany(5).getLast();
        Queue<Result> results = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(6, 1).run((thread, step) -> results.add(world.markRead(bo, "anna", last)));

        assertThat(results).filteredOn(marked(true, last, 0)::equals).hasSize(1);
        assertThat(results).filteredOn(marked(false, last, 0)::equals).hasSize(5);
        assertThat(world.changes(anna))
                .filteredOn(Change.ReceiptRead.class::isInstance)
                .hasSize(1);
    }

    private List<Message> sendMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.send(anna, bo, "number " + i))
                .toList();
    }

    private Optional<Instant> readAt(Message message) {
        return world.app()
                .deliveryReport()
                .get(message.sender(), message.id())
                .orElseThrow()
                .readAt();
    }

    private Result readOnly(UserId reader, String peer, Message upTo) {
        return readOnly.markRead(new Command(reader, peer, upTo.id()));
    }

    private static Result marked(boolean changed, Message readUpTo, long unread) {
        return new Result.Marked(changed, Optional.of(readUpTo.id()), unread);
    }
}
