package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Pages;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract for messages: listed newest first without held ones, and released at their places. */
public abstract class MessagesContract extends MessageErasing {

    @Test
    protected void anUnknownConversationHasNoMessages() {
        send(anna, bo, "hello");

        assertThat(stores.messages().listVisible(UNKNOWN, places(1, 10))).isEmpty();
        assertThat(stores.messages().listVisible(UNKNOWN, new HistorySlice.Visible(0, 10)))
                .isEmpty();
    }

    @Test
    protected void placesAreListedNewestFirstIncludingBothEnds() {
        List<Message> sent = sendMany(5);

        assertThat(list(places(2, 4))).containsExactly(sent.get(3), sent.get(2), sent.get(1));
        assertThat(list(places(3, 3))).containsExactly(sent.get(2));
    }

    @Test
    protected void missingPlacesAreLeftOut() {
        List<Message> sent = sendMany(3);

        assertThat(list(places(3, 1000))).containsExactly(sent.get(2));
        assertThat(list(places(4, 1000))).isEmpty();
        assertThat(list(places(1, Long.MAX_VALUE))).containsExactlyElementsOf(sent.reversed());
    }

    @Test
    protected void heldMessagesAreLeftOutOfPlaces() {
        Message first = send(bo, anna, "visible");
        block(bo, anna);
        send(anna, bo, "held");
        Message third = send(bo, anna, "visible too");

        assertThat(list(places(1, 3))).containsExactly(third, first);
    }

    @Test
    protected void visibleMessagesAreListedAfterThoseToSkip() {
        List<Message> sent = sendMany(5);

        assertThat(list(new HistorySlice.Visible(0, 2))).containsExactly(sent.get(4), sent.get(3));
        assertThat(list(new HistorySlice.Visible(3, 2))).containsExactly(sent.get(1), sent.get(0));
        assertThat(list(new HistorySlice.Visible(4, 2))).containsExactly(sent.get(0));
        assertThat(list(new HistorySlice.Visible(5, 2))).isEmpty();
        assertThat(list(new HistorySlice.Visible(Integer.MAX_VALUE, 2))).isEmpty();
    }

    @Test
    protected void heldMessagesAreNeitherSkippedNorListed() {
        Message first = send(bo, anna, "visible");
        block(bo, anna);
        Message third = IntStream.range(0, 3)
                .mapToObj(i -> send(anna, bo, "held " + i))
                .map(held -> send(bo, anna, "visible after " + held.place()))
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(list(new HistorySlice.Visible(0, 1))).containsExactly(third);
        assertThat(list(new HistorySlice.Visible(3, 10))).containsExactly(first);
    }

    @Test
    protected void otherConversationsAreLeftOut() {
        Message mine = send(anna, bo, "mine");
        send(anna, registered("carla"), "another's");
        send(anna, anna, "a note");

        assertThat(list(new HistorySlice.Visible(0, 10))).containsExactly(mine);
        assertThat(list(places(1, 10))).containsExactly(mine);
    }

    @Test
    protected void pagesReturnEveryMessageOnceInOrder() {
        List<Message> sent = sendMany(2 * Pages.SIZE + 3);

        assertThat(allPages()).containsExactlyElementsOf(sent.reversed());

        block(bo, anna);
        send(anna, bo, "held");
        assertThat(allPages()).containsExactlyElementsOf(sent.reversed());
    }

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

    private ConversationId id() {
        return conversation(anna, bo).orElseThrow().id();
    }

    private List<Message> list(HistorySlice slice) {
        return stores.messages().listVisible(id(), slice);
    }

    private List<Message> allPages() {
        Pages pages = new Pages(conversation(anna, bo).orElseThrow());
        List<Message> all = new ArrayList<>();
        LongStream.rangeClosed(1, pages.last())
                .forEach(number -> all.addAll(list(pages.slice(number).orElseThrow())));
        return all;
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

    private static HistorySlice places(long oldest, long newest) {
        return new HistorySlice.Places(new Place(oldest), new Place(newest));
    }
}
