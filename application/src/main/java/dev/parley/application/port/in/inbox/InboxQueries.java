package dev.parley.application.port.in.inbox;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** A user lists their conversations, and counts what is unread in them. */
public interface InboxQueries {

    /** Maximum number of conversations in a result; large messages reduce it ({@link PageBound}), but not below one. */
    int MAX_LIMIT = PageBound.MAX_ITEMS;

    /** Lists conversations that have a message visible to the user. */
    Inbox read(Query query);

    /** Counts unread messages in all conversations, except those with users who are erased or blocked by the owner. */
    UnreadTotals countUnread(UserId owner);

    /**
     * @param unreadOnly returns only conversations with unread messages
     * @param after the last conversation read; empty to start at the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit) {}

    /**
     * @param entries in the order of {@link InboxPlace}
     * @param more whether more entries follow
     * @param cursor end of the owner's events in the same snapshot: a reader of events misses nothing from here on
     */
    record Inbox(List<InboxEntry> entries, boolean more, EventCursor cursor) {

        public Inbox {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One conversation.
     *
     * @param lastMessage the newest message visible to the owner
     * @param unread number of the peer's messages that the owner has not read; 0 if the peer is erased
     * @param blocked whether the owner blocks the peer; then the unread messages are not in the totals
     * @param readUpTo the message up to which the owner has read
     * @param peerReadUpTo the message up to which the peer has read
     */
    record InboxEntry(
            InboxPlace place,
            Username owner,
            Username peer,
            Message lastMessage,
            long unread,
            boolean blocked,
            Optional<MessageId> readUpTo,
            Optional<MessageId> peerReadUpTo) {}
}
