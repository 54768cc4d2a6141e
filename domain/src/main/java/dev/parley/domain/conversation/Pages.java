package dev.parley.domain.conversation;

import java.util.Optional;

/**
 * The visible messages of a conversation in numbered pages, newest first, as the legacy API shows them.
 *
 * @param conversation its state at this moment
 */
public record Pages(Conversation conversation) {

    /** Messages on a page, as the legacy API had them. */
    public static final int SIZE = 100;

    public long count() {
        return conversation.visibleCount();
    }

    /** The number of the last page. An empty conversation has one empty page. */
    public long last() {
        return Math.max(1, Math.ceilDiv(count(), (long) SIZE));
    }

    public boolean has(long number) {
        return number >= 1 && number <= last();
    }

    /**
     * The messages of page {@code number}; empty if the page is empty.
     *
     * @throws IllegalArgumentException if there is no such page
     */
    public Optional<HistorySlice> slice(long number) {
        if (!has(number)) {
            throw new IllegalArgumentException("page must be 1 to " + last() + ", was " + number);
        }
        if (count() == 0) {
            return Optional.empty();
        }
        long skip = (number - 1) * SIZE;
        if (!conversation.holdsNothing()) {
            return Optional.of(new HistorySlice.Visible(skip, SIZE));
        }
        long newest = conversation.lastPlace() - skip;
        return Optional.of(new HistorySlice.Places(new Place(Math.max(1, newest - SIZE + 1)), new Place(newest)));
    }
}
