package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.inbox.Inboxes.InboxRow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** Cases of {@link InboxesContract} for unread messages: filtered, and counted over all conversations. */
abstract class InboxUnread extends WithInboxes {

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

    private void erase(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.users().erase(user);
        });
    }
}
