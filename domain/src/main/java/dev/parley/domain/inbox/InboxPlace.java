package dev.parley.domain.inbox;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.Comparator;

/**
 * The position of a conversation in an inbox. Conversations are ordered by the time of the newest message visible to the
 * owner, newest first; on equal times by id, highest first.
 */
public record InboxPlace(Instant shownAt, ConversationId conversation) implements Comparable<InboxPlace> {

    private static final Comparator<InboxPlace> ORDER = Comparator.comparing(InboxPlace::shownAt)
            .thenComparingLong(place -> place.conversation().value())
            .reversed();

    @Override
    public int compareTo(InboxPlace other) {
        return ORDER.compare(this, other);
    }
}
