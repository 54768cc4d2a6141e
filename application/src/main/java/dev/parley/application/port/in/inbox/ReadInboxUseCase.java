package dev.parley.application.port.in.inbox;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** A user looks at their conversations. A conversation in which they are shown no message is none of theirs. */
public interface ReadInboxUseCase {

    /** Most conversations that one look gives; fewer if their messages are large ({@link PageBound}), but one if there is one. */
    int MAX_LIMIT = PageBound.MAX_ITEMS;

    Inbox read(Query query);

    /**
     * @param unreadOnly only conversations with something unread
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit) {}

    /**
     * @param entries in the order of {@link InboxPlace}
     * @param more whether there are more after the last
     * @param cursor of the owner's events at the very moment of this look: who follows from here misses nothing
     */
    record Inbox(List<Entry> entries, boolean more, EventCursor cursor) {

        public Inbox {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One conversation.
     *
     * @param lastMessage the newest that the owner is shown
     * @param unread how many messages of the other they have not read; 0 when these are erased
     * @param blocked whether the owner blocks the other: then what is unread here is not in the totals
     * @param readUpTo the message up to which the owner has read
     * @param peerReadUpTo the message up to which the other has read
     */
    record Entry(
            InboxPlace place,
            Username owner,
            Username peer,
            Message lastMessage,
            long unread,
            boolean blocked,
            Optional<MessageId> readUpTo,
            Optional<MessageId> peerReadUpTo) {}
}
