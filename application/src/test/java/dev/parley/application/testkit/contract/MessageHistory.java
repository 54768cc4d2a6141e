package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.HistoryPart;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link MessagesContract} for a history from any place: each participant sees only the messages visible to
 * them.
 */
abstract class MessageHistory extends WithMessages {

    private static final HistoryWindow NEWEST = new HistoryWindow.Newest();

    private static final String LARGEST = "🙂".repeat(MessageContent.MAX_LENGTH);

    @Test
    protected void nearestMessagesOfAWindowAreListedNewestFirst() {
        List<Message> sent = sendMany(6);

        assertThat(shown(anna, NEWEST, 2)).containsExactly(sent.get(5), sent.get(4));
        assertThat(shown(anna, before(4), 2)).containsExactly(sent.get(2), sent.get(1));
        assertThat(shown(anna, after(2), 2)).containsExactly(sent.get(3), sent.get(2));
    }

    @Test
    protected void windowEndsAtTheEndOfTheHistory() {
        List<Message> sent = sendMany(3);

        assertThat(shown(anna, NEWEST, 10)).containsExactlyElementsOf(sent.reversed());
        assertThat(shown(anna, before(2), 10)).containsExactly(sent.get(0));
        assertThat(shown(anna, before(1), 10)).isEmpty();
        assertThat(shown(anna, after(2), 10)).containsExactly(sent.get(2));
        assertThat(shown(anna, after(3), 10)).isEmpty();
    }

    @Test
    protected void placeOfAWindowMayNotExist() {
        List<Message> sent = sendMany(2);

        assertThat(shown(anna, before(Long.MAX_VALUE), 1)).containsExactly(sent.get(1));
        assertThat(shown(anna, after(Long.MAX_VALUE), 1)).isEmpty();
    }

    @Test
    protected void windowOfAnUnknownConversationIsEmpty() {
        sendMany(1);

        Stream.of(NEWEST, before(5), after(1))
                .forEach(window -> assertThat(stores.messages().listShown(UNKNOWN, anna, window, PageBound.of(10)))
                        .isEqualTo(new HistoryPart(List.of(), false)));
    }

    @Test
    protected void messagesOfOtherConversationsAreNotListed() {
        Message mine = send(anna, bo, "mine");
        send(anna, anna, "note");
        send(bo, registered("carla"), "another's");

        assertThat(shown(anna, NEWEST, 10)).containsExactly(mine);
    }

    @Test
    protected void heldMessagesAreListedOnlyForTheirSender() {
        Message first = send(bo, anna, "first");
        block(bo, anna);
        Message held = send(anna, bo, "held");
        Message third = send(bo, anna, "third");
        Message heldToo = send(anna, bo, "held too");

        assertThat(shown(anna, NEWEST, 10)).containsExactly(heldToo, third, held, first);
        assertThat(shown(bo, NEWEST, 10)).containsExactly(third, first);
        assertThat(shown(anna, before(3), 1)).containsExactly(held);
        assertThat(shown(bo, before(3), 1)).containsExactly(first);
        assertThat(shown(anna, after(1), 1)).containsExactly(held);
        assertThat(shown(bo, after(1), 1)).containsExactly(third);
        assertThat(shown(bo, after(3), 1)).isEmpty();
    }

    @Test
    protected void withMutualBlocksEachSeesTheirOwnMessages() {
        block(anna, bo);
        block(bo, anna);
        Message ofAnna = send(anna, bo, "held from bo");
        Message ofBo = send(bo, anna, "held from anna");

        assertThat(shown(anna, NEWEST, 10)).containsExactly(ofAnna);
        assertThat(shown(bo, NEWEST, 10)).containsExactly(ofBo);
    }

    @Test
    protected void heldNoteToOneselfIsListed() {
        block(anna, anna);
        Message note = send(anna, anna, "note");

        assertThat(stores.messages()
                        .listShown(note.conversation(), anna, NEWEST, PageBound.of(10))
                        .messages())
                .containsExactly(note);
    }

    @Test
    protected void wholePageCanBeListed() {
        List<Message> sent = sendMany(PageBound.MAX_ITEMS + 1);

        assertThat(shown(anna, NEWEST, PageBound.MAX_ITEMS))
                .containsExactlyElementsOf(sent.subList(1, sent.size()).reversed());
    }

    @Test
    protected void pageReportsWhetherMoreFollow() {
        sendMany(3);

        Stream.of(NEWEST, before(4), after(1))
                .forEach(window ->
                        assertThat(part(window, PageBound.of(1)).more()).isTrue());
        Stream.of(NEWEST, before(4), before(1), after(1), after(3))
                .forEach(window ->
                        assertThat(part(window, PageBound.of(3)).more()).isFalse());
        assertThat(part(NEWEST, PageBound.of(0))).isEqualTo(new HistoryPart(List.of(), true));
        assertThat(part(after(3), PageBound.of(0))).isEqualTo(new HistoryPart(List.of(), false));
    }

    @Test
    protected void pageIsLimitedByTheSizeOfContents() {
        PageBound bound = new PageBound(10, 2 * PageBound.MIN_BYTES);
        List<Message> sent = sendMany(2);
        Message large = send(anna, bo, LARGEST, NOW.plusSeconds(2));
        Message largeToo = send(bo, anna, LARGEST, NOW.plusSeconds(3));
        Message small = send(bo, anna, "ö", NOW.plusSeconds(4));

        assertThat(part(NEWEST, bound)).isEqualTo(new HistoryPart(List.of(small, largeToo), true));
        assertThat(part(before(5), bound)).isEqualTo(new HistoryPart(List.of(largeToo, large), true));
        assertThat(part(before(4), bound)).isEqualTo(new HistoryPart(List.of(large, sent.get(1), sent.get(0)), false));
        assertThat(part(after(2), bound)).isEqualTo(new HistoryPart(List.of(largeToo, large), true));
        assertThat(part(after(3), bound)).isEqualTo(new HistoryPart(List.of(small, largeToo), false));
    }

    @Test
    protected void messagesHeldFromTheViewerDoNotCountInTheSize() {
        PageBound bound = new PageBound(10, PageBound.MIN_BYTES);
        Message first = send(bo, anna, "first");
        block(bo, anna);
        Message held = send(anna, bo, LARGEST);
        Message last = send(bo, anna, "last");

        assertThat(stores.messages().listShown(first.conversation(), bo, NEWEST, bound))
                .isEqualTo(new HistoryPart(List.of(last, first), false));
        assertThat(stores.messages().listShown(first.conversation(), anna, NEWEST, bound))
                .isEqualTo(new HistoryPart(List.of(last), true));
        assertThat(part(before(3), bound)).isEqualTo(new HistoryPart(List.of(held), true));
    }

    private List<Message> shown(UserId viewer, HistoryWindow window, int limit) {
        return stores.messages()
                .listShown(conversation(anna, bo).orElseThrow().id(), viewer, window, PageBound.of(limit))
                .messages();
    }

    /** As visible to Anna. */
    private HistoryPart part(HistoryWindow window, PageBound bound) {
        return stores.messages().listShown(conversation(anna, bo).orElseThrow().id(), anna, window, bound);
    }

    private static HistoryWindow before(long place) {
        return new HistoryWindow.Before(new Place(place));
    }

    private static HistoryWindow after(long place) {
        return new HistoryWindow.After(new Place(place));
    }
}
