package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Mark;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Query;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Result;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Start;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.application.testkit.ReadOnly;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BrowseHistoryServiceTest {

    private static final Username ANNA = new Username("anna");
    private static final Username BO = new Username("bo");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    /** Fails as soon as it would write. */
    private final BrowseHistoryUseCase browsing = new BrowseHistoryService(
            new ReadOnly(world.stores().unitOfWork()),
            world.stores().users(),
            world.stores().conversations(),
            world.stores().messages());

    @Test
    void historyWithAnUnknownUserIsNotFound() {
        assertThat(browse("nobody", new Start.Newest(), 10)).isEqualTo(new Result.NoSuchUser());
        assertThat(browse("no name", new Start.Newest(), 10)).isEqualTo(new Result.NoSuchUser());
    }

    @Test
    void twoWhoNeverWroteHaveAnEmptyHistoryWithoutPlaces() {
        Message elsewhere = world.send(anna, anna, "note");

        assertThat(browse("bo", new Start.Newest(), 10))
                .isEqualTo(new Result.Page(List.of(), Optional.empty(), false, false));
        assertThat(browse("bo", new Start.Before(at(elsewhere)), 10)).isEqualTo(new Result.ForeignPlace());
        assertThat(browse("bo", new Start.Before(of(elsewhere)), 10)).isEqualTo(new Result.NoSuchMessage());
    }

    @Test
    void theNewestComeFirst() {
        List<Message> sent = sendMany(5);

        assertPage(browse("bo", new Start.Newest(), 2), true, false, sent.get(4), sent.get(3));
        assertPage(browse("bo", new Start.Newest(), 5), false, false, sent.reversed());
    }

    @Test
    void pageContinuesBackwardsBeforeAPlace() {
        List<Message> sent = sendMany(5);

        for (Mark mark : List.of(at(sent.get(3)), of(sent.get(3)))) {
            assertPage(browse("bo", new Start.Before(mark), 2), true, true, sent.get(2), sent.get(1));
            assertPage(browse("bo", new Start.Before(mark), 3), false, true, sent.get(2), sent.get(1), sent.get(0));
        }
        assertPage(browse("bo", new Start.Before(at(sent.get(0))), 2), false, true);
    }

    @Test
    void pageContinuesForwardsAfterAPlace() {
        List<Message> sent = sendMany(5);

        for (Mark mark : List.of(at(sent.get(1)), of(sent.get(1)))) {
            assertPage(browse("bo", new Start.After(mark), 2), true, true, sent.get(3), sent.get(2));
            assertPage(browse("bo", new Start.After(mark), 3), true, false, sent.get(4), sent.get(3), sent.get(2));
        }
        assertPage(browse("bo", new Start.After(at(sent.get(4))), 2), true, false);
    }

    @Test
    void emptyPageHasCursors() {
        Message only = world.send(anna, bo, "alone");

        for (Mark mark : List.of(at(only), of(only))) {
            for (Start start : List.of(new Start.Before(mark), new Start.After(mark))) {
                assertThat(browse("bo", start, 2))
                        .isEqualTo(new Result.Page(List.of(), Optional.of(at(only)), false, false));
            }
        }
    }

    @Test
    void aPageOfLargeMessagesIsShort() {
        String largest = "🙂".repeat(MessageContent.MAX_LENGTH);
        List<Message> sent = IntStream.range(0, 10)
                .mapToObj(i -> world.send(anna, bo, largest))
                .toList();

        assertPage(
                browse("bo", new Start.Newest(), 200),
                true,
                false,
                sent.subList(6, 10).reversed());
        assertPage(
                browse("bo", new Start.Before(at(sent.get(4))), 200),
                false,
                true,
                sent.subList(0, 4).reversed());
        assertPage(
                browse("bo", new Start.After(at(sent.get(3))), 200),
                true,
                true,
                sent.subList(4, 8).reversed());
        assertPage(
                browse("bo", new Start.Around(at(sent.get(3))), 200),
                true,
                true,
                sent.subList(2, 6).reversed());
    }

    @Test
    void aLookAroundAPlaceHasAsManyBeforeItAsAfter() {
        List<Message> sent = sendMany(7);

        for (Mark mark : List.of(at(sent.get(3)), of(sent.get(3)))) {
            assertPage(browse("bo", new Start.Around(mark), 1), true, true, sent.get(3));
            assertPage(browse("bo", new Start.Around(mark), 2), true, true, sent.get(4), sent.get(3));
            assertPage(browse("bo", new Start.Around(mark), 3), true, true, sent.get(4), sent.get(3), sent.get(2));
            assertPage(browse("bo", new Start.Around(mark), 7), false, false, sent.reversed());
        }
        assertPage(browse("bo", new Start.Around(at(sent.get(0))), 3), false, true, sent.get(1), sent.get(0));
        assertPage(browse("bo", new Start.Around(at(sent.get(6))), 4), true, false, sent.get(6), sent.get(5));
    }

    @Test
    void aPlaceOfAnotherConversationIsForeign() {
        sendMany(1);
        Message elsewhere = world.send(bo, bo, "note");

        Stream.of(new Start.Before(at(elsewhere)), new Start.After(at(elsewhere)), new Start.Around(at(elsewhere)))
                .forEach(start -> assertThat(browse("bo", start, 10)).isEqualTo(new Result.ForeignPlace()));
    }

    @Test
    void aMessageOfAnotherConversationOrNoneMarksNoPlace() {
        sendMany(1);
        Message elsewhere = world.send(bo, bo, "note");

        Stream.of(of(elsewhere), new Mark.Of(new MessageId(Long.MAX_VALUE)))
                .flatMap(mark -> Stream.of(new Start.Before(mark), new Start.After(mark), new Start.Around(mark)))
                .forEach(start -> assertThat(browse("bo", start, 10)).isEqualTo(new Result.NoSuchMessage()));
    }

    @Test
    void whatIsHeldIsThereForItsSenderAlone() {
        Message visible = world.send(bo, anna, "visible");
        world.block(anna, "bo");
        Message held = world.send(bo, anna, "held");

        assertThat(world.shown(bo, "anna")).containsExactly(held, visible);
        assertThat(world.shown(anna, "bo")).containsExactly(visible);
        assertPage(browse("bo", new Start.Newest(), 1), false, false, visible);
        assertPage(browse("bo", new Start.After(of(visible)), 1), false, false);
        assertPage(browse("bo", new Start.Before(of(visible)), 1), false, false);
    }

    @Test
    void aHeldMessageMarksNoPlaceForItsReceiver() {
        world.block(anna, "bo");
        Message held = world.send(bo, anna, "held");

        assertThat(browse("bo", new Start.Around(of(held)), 10)).isEqualTo(new Result.NoSuchMessage());
        assertThat(browsing.browse(new Query(bo, "anna", new Start.Around(of(held)), 10)))
                .isInstanceOf(Result.Page.class);
    }

    @Test
    void everyMessageSaysWhoWroteItToWhom() {
        Message there = world.send(anna, bo, "there");
        Message back = world.send(bo, anna, "and back");
        Message note = world.send(anna, anna, "note");

        assertThat(((Result.Page) browse("bo", new Start.Newest(), 10)).messages())
                .containsExactly(new NamedMessage(back, BO, ANNA), new NamedMessage(there, ANNA, BO));
        assertThat(((Result.Page) browse("anna", new Start.Newest(), 10)).messages())
                .containsExactly(new NamedMessage(note, ANNA, ANNA));
    }

    @Test
    void theHistoryWithAnErasedUserIsUnderTheirTombstone() {
        Message message = world.send(bo, anna, "hello");
        world.erase(world.loggedIn("bo"));
        Username tombstone = Username.ofErased(bo);

        assertThat(browse("bo", new Start.Newest(), 10)).isEqualTo(new Result.NoSuchUser());
        assertThat(((Result.Page) browse(tombstone.value(), new Start.Newest(), 10)).messages())
                .containsExactly(new NamedMessage(message.withoutContent(), tombstone, ANNA));
    }

    @Test
    void lookingMarksNothing() {
        world.send(bo, anna, "hello");
        int before = world.changes(anna).size();

        assertThat(world.shown(anna, "bo")).hasSize(1);

        assertThat(world.app().inbox().countUnread(anna).messages()).isEqualTo(1);
        assertThat(world.changes(anna)).hasSize(before);
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        for (int limit : List.of(-1, 0, BrowseHistoryUseCase.MAX_LIMIT + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> browse("bo", new Start.Newest(), limit));
        }
    }

    @Test
    void theLargestPageKnowsWhetherThereIsMore() {
        List<Message> sent = sendMany(BrowseHistoryUseCase.MAX_LIMIT + 1);

        assertPage(
                browse("bo", new Start.Newest(), BrowseHistoryUseCase.MAX_LIMIT),
                true,
                false,
                sent.subList(1, sent.size()).reversed());
    }

    private List<Message> sendMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? world.send(anna, bo, "to bo") : world.send(bo, anna, "to anna"))
                .toList();
    }

    private Result browse(String peer, Start start, int limit) {
        return browsing.browse(new Query(anna, peer, start, limit));
    }

    private static void assertPage(Result result, boolean hasOlder, boolean hasNewer, Message... messages) {
        assertPage(result, hasOlder, hasNewer, List.of(messages));
    }

    private static void assertPage(Result result, boolean hasOlder, boolean hasNewer, List<Message> messages) {
        Result.Page page = (Result.Page) result;
        assertThat(page.messages()).extracting(NamedMessage::message).isEqualTo(messages);
        assertThat(page.hasOlder()).as("older").isEqualTo(hasOlder);
        assertThat(page.hasNewer()).as("newer").isEqualTo(hasNewer);
    }

    private static Mark.At at(Message message) {
        ConversationId conversation = message.conversation();
        Place place = message.place();
        return new Mark.At(conversation, place);
    }

    private static Mark of(Message message) {
        return new Mark.Of(message.id());
    }
}
