package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.inbox.Inboxes.InboxRow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.inbox.UnreadTotals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link InboxesContract} for held messages: visible to their sender, and in no way to their recipient. */
abstract class HeldInInboxes extends WithInboxes {

    @Test
    protected void conversationOfHeldMessagesIsListedOnlyForTheirSender() {
        block(bo, anna);
        Message held = send(anna, bo, "held");

        assertThat(lastShown(anna)).containsExactly(held);
        assertThat(list(bo)).isEmpty();
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(0, 0));
    }

    @Test
    protected void heldMessageIsTheLastOnlyForItsSender() {
        Message visible = send(anna, bo, "visible", NOW);
        block(bo, anna);
        Message held = send(anna, bo, "held", NOW.plusSeconds(2));
        Message other = send(carla, bo, "another's", NOW.plusSeconds(1));

        assertThat(lastShown(anna)).containsExactly(held);
        assertThat(lastShown(bo)).containsExactly(other, visible);
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(1, 1));
        unblock(bo, anna, NOW.plusSeconds(3));
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(3, 2));
    }

    @Test
    protected void messageOfTheBlockerIsTheLastForBoth() {
        block(bo, anna);
        send(anna, bo, "held");

        Message back = send(bo, anna, "back");

        assertThat(lastShown(anna)).containsExactly(back);
        assertThat(lastShown(bo)).containsExactly(back);
    }

    @Test
    protected void releaseMovesTheConversationToItsNewestVisibleMessage() {
        send(anna, bo, "visible", NOW);
        block(bo, anna);
        Message held = send(anna, bo, "held", NOW.plusSeconds(2));
        Message other = send(carla, bo, "another's", NOW.plusSeconds(1));

        unblock(bo, anna, NOW.plusSeconds(3));

        assertThat(list(bo)).extracting(entry -> entry.lastShown().id()).containsExactly(held.id(), other.id());
        assertThat(list(bo, true)).hasSize(2);
        assertThat(stores.inboxes().countUnread(bo)).isEqualTo(new UnreadTotals(3, 2));
    }

    @Test
    protected void readReceiptReachesNoHeldMessage() {
        Message visible = send(anna, bo, "visible");
        block(bo, anna);
        send(anna, bo, "held");
        read(bo, anna, NOW);

        assertThat(list(bo)).extracting(InboxRow::readUpTo).containsExactly(Optional.of(visible.id()));
        assertThat(list(anna)).extracting(InboxRow::peerReadUpTo).containsExactly(Optional.of(visible.id()));
        assertThat(list(bo, true)).isEmpty();
    }

    @Test
    protected void readUpToIsNoReplyHeldFromThePeer() {
        Message visible = send(anna, bo, "visible");
        block(anna, bo);
        send(bo, anna, "held");
        read(bo, anna, NOW);

        assertThat(list(anna)).extracting(InboxRow::peerReadUpTo).containsExactly(Optional.of(visible.id()));
        assertThat(list(bo)).extracting(InboxRow::readUpTo).containsExactly(Optional.of(visible.id()));
    }
}
