package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.port.out.inbox.Inboxes.InboxRow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link InboxesContract} for lists: latest first, with the last message and the read positions, page by page.
 */
abstract class InboxListing extends WithInboxes {

    private static final UserId UNKNOWN = new UserId(Long.MAX_VALUE);

    @Test
    protected void userWithoutConversationsHasAnEmptyInbox() {
        send(bo, carla, "hello");

        assertThat(list(anna)).isEmpty();
        assertThat(list(UNKNOWN)).isEmpty();
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(0, 0));
        assertThat(stores.inboxes().countUnread(UNKNOWN)).isEqualTo(new UnreadTotals(0, 0));
    }

    @Test
    protected void conversationIsListedForBothWithItsNewestMessage() {
        send(anna, bo, "first");
        Message newest = send(bo, anna, "second");

        InboxRow expected =
                new InboxRow(conversation(anna, bo).orElseThrow(), false, newest, Optional.empty(), Optional.empty());
        assertThat(list(anna)).containsExactly(expected);
        assertThat(list(bo)).containsExactly(expected);
    }

    @Test
    protected void conversationWithTheLatestMessageComesFirst() {
        Message first = send(anna, bo, "first", NOW);
        Message second = send(carla, anna, "second", NOW.plusSeconds(1));
        Message note = send(anna, anna, "third", NOW.plusSeconds(2));
        assertThat(lastShown(anna)).containsExactly(note, second, first);

        Message answer = send(bo, anna, "fourth", NOW.plusSeconds(3));

        assertThat(lastShown(anna)).containsExactly(answer, note, second);
    }

    @Test
    protected void newerConversationComesFirstOnEqualTimes() {
        Message first = send(anna, bo, "first");
        Message second = send(carla, anna, "second");

        assertThat(second.sentAt()).isEqualTo(first.sentAt());
        assertThat(lastShown(anna)).containsExactly(second, first);
    }

    @Test
    protected void readingKeepsTheOrder() {
        Message first = send(bo, anna, "first", NOW);
        Message second = send(carla, anna, "second", NOW.plusSeconds(1));

        read(anna, bo, NOW.plusSeconds(9));

        assertThat(lastShown(anna)).containsExactly(second, first);
    }

    @Test
    protected void bothSeeTheReadPositions() {
        Message toBo = send(anna, bo, "one");
        read(bo, anna, NOW);
        Message toAnna = send(bo, anna, "two");
        assertThat(list(anna)).extracting(InboxRow::readUpTo).containsExactly(Optional.empty());
        read(anna, bo, NOW);
        send(bo, anna, "three");

        assertThat(list(anna)).extracting(InboxRow::readUpTo).containsExactly(Optional.of(toAnna.id()));
        assertThat(list(anna)).extracting(InboxRow::peerReadUpTo).containsExactly(Optional.of(toBo.id()));
        assertThat(list(bo)).extracting(InboxRow::readUpTo).containsExactly(Optional.of(toBo.id()));
        assertThat(list(bo)).extracting(InboxRow::peerReadUpTo).containsExactly(Optional.of(toAnna.id()));
    }

    @Test
    protected void conversationWithOneselfHasOneReadPosition() {
        Message note = send(anna, anna, "note");
        read(anna, anna, NOW);
        Message unread = send(anna, anna, "another");

        InboxRow entry = list(anna).getFirst();

        assertThat(entry.lastShown()).isEqualTo(unread);
        assertThat(entry.readUpTo()).contains(note.id());
        assertThat(entry.peerReadUpTo()).contains(note.id());
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(1, 1));
    }

    @Test
    protected void erasedMessageIsListed() {
        Message message = send(anna, bo, "hello");
        inUnitOfWork(() -> assertThat(stores.messages().eraseContents(message.conversation(), anna, 10))
                .isEqualTo(1));

        Message shown = list(bo).getFirst().lastShown();

        assertThat(shown.id()).isEqualTo(message.id());
        assertThat(shown.content()).isEmpty();
    }

    @Test
    protected void pagesHaveNoGapAndNoRepeat() {
        List<Message> sent = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> send(registered("user" + number), anna, "hello", NOW.plusSeconds(number / 3)))
                .toList();

        assertThat(lastShown(anna)).containsExactlyElementsOf(sent.reversed());
        assertThat(inPages(5, false)).isEqualTo(sent.reversed());
        assertThat(inPages(1, true)).isEqualTo(sent.reversed());
    }

    @Test
    protected void listContinuesAfterAPlaceThatNoLongerExists() {
        Message first = send(anna, bo, "first", NOW);
        send(anna, carla, "second", NOW.plusSeconds(1));
        InboxPlace place = list(anna).getFirst().placeIn(anna);
        send(anna, carla, "moves to the front", NOW.plusSeconds(2));

        assertThat(stores.inboxes().list(anna, false, Optional.of(place), 10))
                .extracting(InboxRow::lastShown)
                .containsExactly(first);
    }

    @Test
    protected void listEndsWithTheFirstMessageBeyondTheSizeLimit() {
        String largest = "🙂".repeat(MessageContent.MAX_LENGTH);
        List<Message> sent = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> send(registered("user" + number), anna, largest, NOW.plusSeconds(number)))
                .toList();

        assertThat(lastShown(anna)).containsExactlyElementsOf(sent.subList(2, 7).reversed());
        assertThat(inPages(5, false)).isEqualTo(sent.reversed());
        assertThat(inPages(2, true)).isEqualTo(sent.reversed());
    }

    @Test
    protected void aListWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, Inboxes.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> stores.inboxes().list(anna, false, Optional.empty(), limit)));
    }
}
