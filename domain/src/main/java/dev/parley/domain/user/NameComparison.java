package dev.parley.domain.user;

/** When two names are the same for a user who chooses one. */
public enum NameComparison {
    /** Case matters, as in the legacy API. */
    EXACT,
    /** Names that differ in case only are the same: none of them is mistaken for another. */
    IGNORING_CASE
}
