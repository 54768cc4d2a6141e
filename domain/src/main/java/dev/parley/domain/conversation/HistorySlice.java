package dev.parley.domain.conversation;

/** Which of a conversation's visible messages to fetch, newest first. */
public sealed interface HistorySlice {

    /** All between two places, both included: costs what it returns. Right only where nothing is held between them. */
    record Places(Place oldest, Place newest) implements HistorySlice {}

    /** {@code limit} visible ones after the {@code skip} newest: costs what it skips, so only while something is held. */
    record Visible(long skip, int limit) implements HistorySlice {}
}
