package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Query;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.ReadMessage;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Result;
import dev.parley.application.testkit.ReadOnly;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Pages;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadHistoryServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    /** Fails as soon as it would write. */
    private final ReadHistoryService readOnly = new ReadHistoryService(
            new ReadOnly(world.stores().unitOfWork()),
            world.stores().locks(),
            world.stores().conversations(),
            world.stores().messages(),
            world.stores().receipts(),
            world.stores().events(),
            world.clock());

    @Test
    void twoWhoNeverWroteHaveOneEmptyPage() {
        Result empty = new Result.Page(0, 1, 1, List.of());

        assertThat(readOnly(anna, new PageChoice.Numbered(1))).isEqualTo(empty);
        assertThat(readOnly(anna, new PageChoice.Last())).isEqualTo(empty);
        assertThat(readOnly(anna, new PageChoice.Numbered(2))).isEqualTo(new Result.NoSuchPage());
        assertThat(readOnly(anna, new PageChoice.Numbered(0))).isEqualTo(new Result.NoSuchPage());
    }

    @Test
    void openingIsReadingAndTheAnswerShowsItAlready() {
        Message message = world.send(anna, bo, "hello");
        world.secondsLater(60);

        assertThat(world.read(bo, anna, 1))
                .isEqualTo(new Result.Page(1, 1, 1, List.of(new ReadMessage(message, Optional.of(world.now())))));
    }

    @Test
    void firstReadIsAnEventForBothAndARepeatForNeither() {
        Message message = world.send(anna, bo, "hello");
        world.secondsLater(60);

        world.read(bo, anna, 1);

        assertThat(world.changes(anna))
                .endsWith(new Change.ReceiptRead(message.conversation(), message.place(), bo, world.now()));
        assertThat(world.changes(bo))
                .endsWith(new Change.ConversationRead(message.conversation(), message.place(), anna, world.now(), 0));
        world.read(bo, anna, 1);
        assertThat(world.changes(anna)).hasSize(2);
        assertThat(world.changes(bo)).hasSize(2);
    }

    @Test
    void theSenderSeesWhenItWasReadAndReadsNothing() {
        Message message = world.send(anna, bo, "hello");
        assertThat(readTimes(readOnly(anna, new PageChoice.Numbered(1)))).containsExactly(Optional.empty());

        world.secondsLater(60);
        Instant readAt = world.now();
        world.read(bo, anna, 1);
        world.secondsLater(60);

        assertThat(readOnly(anna, new PageChoice.Numbered(1)))
                .isEqualTo(new Result.Page(1, 1, 1, List.of(new ReadMessage(message, Optional.of(readAt)))));
    }

    @Test
    void aReadingThatFindsSomethingNewWrites() {
        world.send(anna, bo, "hello");

        assertThatThrownBy(() -> readOnly(bo, new PageChoice.Numbered(1))).hasMessage("nothing is written here");
    }

    @Test
    void aReadingThatFindsNothingNewWritesNothing() {
        world.send(anna, bo, "hello");
        Result first = world.read(bo, anna, 1);
        world.secondsLater(60);

        assertThat(readOnly(bo, new PageChoice.Numbered(1))).isEqualTo(first);
    }

    @Test
    void theFirstReadingCounts() {
        world.send(anna, bo, "one");
        Instant first = world.now().plusSeconds(1);
        world.secondsLater(1);
        world.read(bo, anna, 1);
        world.send(anna, bo, "two");
        world.secondsLater(60);

        assertThat(readTimes(world.read(bo, anna, 1))).containsExactly(Optional.of(world.now()), Optional.of(first));
    }

    @Test
    void aPageThatDoesNotExistReadsNothing() {
        world.send(anna, bo, "hello");

        for (long number : List.of(-1L, 0L, 2L, Long.MAX_VALUE)) {
            assertThat(readOnly(bo, new PageChoice.Numbered(number))).isEqualTo(new Result.NoSuchPage());
        }

        assertThat(unread(bo)).isEqualTo(1);
    }

    @Test
    void openingAnyPageReadsTheOthersToo() {
        sendMany(Pages.SIZE + 1);
        world.secondsLater(60);
        Instant readAt = world.now();

        assertThat(world.read(bo, anna, 2)).isInstanceOf(Result.Page.class);

        world.secondsLater(60);
        assertThat(readTimes(readOnly(bo, new PageChoice.Numbered(1))))
                .hasSize(Pages.SIZE)
                .containsOnly(Optional.of(readAt));
    }

    @Test
    void pagesGoFromNewestToOldest() {
        List<Message> sent = sendMany(2 * Pages.SIZE + 5);

        Result.Page first = (Result.Page) world.read(bo, anna, 1);
        Result.Page last = (Result.Page) readOnly(bo, new PageChoice.Last());

        assertThat(first.count()).isEqualTo(205);
        assertThat(first.last()).isEqualTo(3);
        assertThat(messages(first)).isEqualTo(sent.subList(105, 205).reversed());
        assertThat(last.number()).isEqualTo(3);
        assertThat(messages(last)).isEqualTo(sent.subList(0, 5).reversed());
        assertThat(readOnly(anna, new PageChoice.Numbered(3))).isEqualTo(last);
    }

    @Test
    void heldMessagesAreSeenByNeither() {
        world.block(bo, "anna");
        world.send(anna, bo, "held");
        Message visible = world.send(bo, anna, "visible");

        assertThat(messages(world.read(bo, anna, 1))).containsExactly(visible);
        assertThat(messages(world.read(anna, bo, 1))).containsExactly(visible);
        assertThat(unread(bo)).isZero();
    }

    @Test
    void aReleasedMessageIsReadByTheFirstReadingAfterItsRelease() {
        world.send(anna, bo, "before");
        world.block(bo, "anna");
        world.send(anna, bo, "held");
        world.secondsLater(60);
        Instant first = world.now();
        world.read(bo, anna, 1);
        world.unblock(bo, "anna");
        world.secondsLater(60);

        assertThat(readTimes(readOnly(anna, new PageChoice.Numbered(1))))
                .containsExactly(Optional.empty(), Optional.of(first));
        assertThat(readTimes(world.read(bo, anna, 1))).containsExactly(Optional.of(world.now()), Optional.of(first));
    }

    @Test
    void aNoteToOneselfIsReadByOpeningIt() {
        Message note = world.send(anna, anna, "milk");
        world.secondsLater(60);

        assertThat(world.read(anna, anna, 1))
                .isEqualTo(new Result.Page(1, 1, 1, List.of(new ReadMessage(note, Optional.of(world.now())))));
    }

    @Test
    void readingIsNoActivity() {
        world.send(anna, bo, "hello");
        world.forgetActivities();

        world.read(bo, anna, 1);

        assertThat(world.activities()).isEmpty();
    }

    private List<Message> sendMany(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> world.send(anna, bo, "number " + number))
                .toList();
    }

    private Result readOnly(UserId reader, PageChoice page) {
        return readOnly.read(new Query(reader, reader.equals(anna) ? bo : anna, page));
    }

    private long unread(UserId reader) {
        return world.stores()
                .conversations()
                .find(Participants.of(anna, bo))
                .orElseThrow()
                .of(reader)
                .unread();
    }

    private static List<ReadMessage> shown(Result result) {
        return ((Result.Page) result).messages();
    }

    private static List<Message> messages(Result result) {
        return shown(result).stream().map(ReadMessage::message).toList();
    }

    private static List<Optional<Instant>> readTimes(Result result) {
        return shown(result).stream().map(ReadMessage::readAt).toList();
    }
}
