package dev.parley.domain.user;

/** How a new name is compared with the existing names. */
public enum NameComparison {
    /** Case matters, as in the legacy API. */
    EXACT,
    /** Names that differ only in case are the same, so that users cannot be mistaken for each other. */
    IGNORING_CASE
}
