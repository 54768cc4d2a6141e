package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Cases of {@link MessagesContract} for lists: newest first, without held messages. */
abstract class MessageListing extends WithMessages {

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

    private List<Message> allPages() {
        Pages pages = new Pages(conversation(anna, bo).orElseThrow());
        List<Message> all = new ArrayList<>();
        LongStream.rangeClosed(1, pages.last())
                .forEach(number -> all.addAll(list(pages.slice(number).orElseThrow())));
        return all;
    }
}
