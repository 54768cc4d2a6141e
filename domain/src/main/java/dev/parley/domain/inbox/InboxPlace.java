package dev.parley.domain.inbox;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a conversation stands in an inbox: the one with the latest message that its owner is shown comes first, and of
 * those with messages of the same time the one that began later.
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
