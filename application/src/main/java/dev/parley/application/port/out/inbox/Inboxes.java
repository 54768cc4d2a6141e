package dev.parley.application.port.out.inbox;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** The conversations of a user that have a message visible to them, latest first. */
public interface Inboxes {

    /** Maximum number of entries that {@link #list} returns: one more than a client's page, to detect whether more follow. */
    int MAX_PAGE = 201;

    /**
     * Lists entries in the order of {@link InboxPlace}, after {@code after}. The list ends at the latest with the first entry
     * whose message exceeds the size of a page ({@link PageBound#cut}, {@value PageBound#MAX_BYTES} bytes).
     *
     * @param unreadOnly returns only entries with unread messages; messages of erased users do not count
     * @param after empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<InboxRow> list(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit);

    /** Counts unread messages in all conversations, except those with users who are erased or blocked by the owner. */
    UnreadTotals countUnread(UserId owner);

    /**
     * One conversation in its owner's inbox.
     *
     * @param blocked whether the owner blocks the peer
     * @param lastShown the newest message visible to the owner
     * @param readUpTo the newest received message that the owner has read
     * @param peerReadUpTo the newest received message that the peer has read
     */
    record InboxRow(
            Conversation conversation,
            boolean blocked,
            Message lastShown,
            Optional<MessageId> readUpTo,
            Optional<MessageId> peerReadUpTo) {

        /** Size of the message content in bytes of UTF-8. */
        public long contentBytes() {
            return lastShown.contentBytes();
        }

        public InboxPlace placeIn(UserId owner) {
            return new InboxPlace(conversation.newestVisibleTo(owner).at(), conversation.id());
        }
    }
}
