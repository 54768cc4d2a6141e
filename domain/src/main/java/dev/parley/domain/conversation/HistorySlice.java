package dev.parley.domain.conversation;

/** The visible messages of a conversation to fetch, newest first. */
public sealed interface HistorySlice {

    /** All between two places, both included. Costs what it returns. Correct only if no message between them is held. */
    record Places(Place oldest, Place newest) implements HistorySlice {}

    /** {@code limit} visible messages after the {@code skip} newest. Costs what it skips, so only for held messages. */
    record Visible(long skip, int limit) implements HistorySlice {}
}
