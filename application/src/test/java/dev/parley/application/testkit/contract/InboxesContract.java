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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contract for inboxes: the conversations of one user, latest first, with their visible and read messages. */
public abstract class InboxesContract extends HeldInInboxes {

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
    protected void listCanBeFilteredByUnread() {
        send(bo, anna, "read", NOW);
        Message unread = send(carla, anna, "unread", NOW.plusSeconds(1));
        send(anna, registered("dora"), "sent", NOW.plusSeconds(2));
        read(anna, bo, NOW.plusSeconds(3));

        assertThat(list(anna, true)).extracting(InboxRow::lastShown).containsExactly(unread);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(1, 1));
    }

    @Test
    protected void unreadMessagesAreCountedOverAllConversations() {
        send(bo, anna, "one");
        send(bo, anna, "two");
        send(carla, anna, "three");
        send(anna, bo, "not to anna");

        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(3, 2));
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(1, 1));
        read(anna, bo, NOW);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(1, 1));
    }

    @Test
    protected void messagesOfAnErasedUserAreNotUnread() {
        send(bo, anna, "one");
        send(anna, bo, "not to anna");
        send(carla, anna, "two");

        erase(bo);

        assertThat(list(anna)).hasSize(2);
        assertThat(list(anna, true))
                .extracting(entry -> entry.conversation().participants().peerOf(anna))
                .containsExactly(carla);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(1, 1));
        assertThat(inPages(1, true)).hasSize(1);
    }

    @Test
    protected void messagesOfABlockedUserAreUnreadButNotCounted() {
        UserId dora = registered("dora");
        send(bo, anna, "one");
        send(anna, carla, "to a user of a higher id");
        send(carla, anna, "two");
        send(dora, anna, "three");
        send(anna, bo, "to bo");

        block(anna, bo);
        block(anna, carla);
        block(dora, anna);

        assertThat(list(anna, true)).extracting(InboxRow::blocked).containsExactlyInAnyOrder(true, true, false);
        assertThat(list(bo)).extracting(InboxRow::blocked).containsExactly(false);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(1, 1));
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(1, 1));

        unblock(anna, bo, NOW);

        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(2, 2));
        assertThat(list(anna)).filteredOn(InboxRow::blocked).hasSize(1);
    }

    @Test
    protected void notesOfAUserWhoBlocksThemselvesAreNotCounted() {
        send(anna, anna, "note");
        block(anna, anna);
        send(anna, anna, "held note");

        assertThat(list(anna, true)).extracting(InboxRow::blocked).containsExactly(true);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(0, 0));

        unblock(anna, anna, NOW);
        assertThat(stores.inboxes().countUnread(anna)).isEqualTo(new UnreadTotals(2, 1));
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

    private void erase(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.users().erase(user);
        });
    }

    private List<Message> inPages(int size, boolean unreadOnly) {
        List<Message> shown = new ArrayList<>();
        List<InboxRow> page = stores.inboxes().list(anna, unreadOnly, Optional.empty(), size);
        while (!page.isEmpty()) {
            page.forEach(entry -> shown.add(entry.lastShown()));
            InboxPlace last = page.getLast().placeIn(anna);
            page = stores.inboxes().list(anna, unreadOnly, Optional.of(last), size);
        }
        return shown;
    }
}
