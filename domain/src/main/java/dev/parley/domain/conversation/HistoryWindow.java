package dev.parley.domain.conversation;

/** The messages of a conversation to fetch, seen from a place. No message needs to have that place. */
public sealed interface HistoryWindow {

    record Newest() implements HistoryWindow {}

    /** The messages before a place, the nearest first. */
    record Before(Place place) implements HistoryWindow {}

    /** The messages after a place, the nearest first. */
    record After(Place place) implements HistoryWindow {}
}
