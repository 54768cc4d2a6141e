package dev.parley.domain.conversation;

import java.util.Optional;

/**
 * A conversation's visible messages cut into numbered pages, newest first, as the classic API shows them.
 *
 * @param conversation whose messages; the pages are those of this moment
 */
public record Pages(Conversation conversation) {

    /** Messages on a page (the seed's). */
    public static final int SIZE = 100;

    public long count() {
        return conversation.visibleCount();
    }

    /** Number of the last page; an empty conversation has one page, which is empty. */
    public long last() {
        return Math.max(1, Math.ceilDiv(count(), (long) SIZE));
    }

    public boolean has(long number) {
        return number >= 1 && number <= last();
    }

    /**
     * The messages of page {@code number}; empty if it has none.
     *
     * @throws IllegalArgumentException if there is no such page
     */
    public Optional<HistorySlice> slice(long number) {
        if (!has(number)) {
            throw new IllegalArgumentException("no page " + number + " of " + last());
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
