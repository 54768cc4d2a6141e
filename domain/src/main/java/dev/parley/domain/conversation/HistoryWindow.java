package dev.parley.domain.conversation;

/** Which messages of a conversation to fetch, seen from a place in it. The place itself need not be there. */
public sealed interface HistoryWindow {

    /** The newest. */
    record Newest() implements HistoryWindow {}

    /** Those before a place, from there backwards. */
    record Before(Place place) implements HistoryWindow {}

    /** Those after a place, from there onwards. */
    record After(Place place) implements HistoryWindow {}
}
