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

/** The conversations of a user in which they are shown a message, latest first. */
public interface Inboxes {

    /** Most entries that one {@link #list} returns: one more than a client's page, to know whether more follow. */
    int MAX_PAGE = 201;

    /**
     * In the order of {@link InboxPlace}, after {@code after}; no further than to the first whose message there is no room
     * for on a page ({@link PageBound#cut}, {@value PageBound#MAX_BYTES} bytes).
     *
     * @param unreadOnly only those with something unread; what an erased user has written is not
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Entry> list(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit);

    /** Of conversations with users who are not erased and whom the owner does not block. */
    UnreadTotals countUnread(UserId owner);

    /**
     * One conversation as its owner's inbox needs it.
     *
     * @param blocked whether the owner blocks the other
     * @param lastShown the newest message that the owner is shown
     * @param readUpTo the newest message to the owner that they have read
     * @param peerReadUpTo the newest message to the other that they have read
     */
    record Entry(
            Conversation conversation,
            boolean blocked,
            Message lastShown,
            Optional<MessageId> readUpTo,
            Optional<MessageId> peerReadUpTo) {

        /** How many bytes of UTF-8 the content of its message is. */
        public long contentBytes() {
            return lastShown.contentBytes();
        }

        public InboxPlace placeIn(UserId owner) {
            return new InboxPlace(conversation.shownTo(owner).at(), conversation.id());
        }
    }
}
