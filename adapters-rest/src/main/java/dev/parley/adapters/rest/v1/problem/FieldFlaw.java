package dev.parley.adapters.rest.v1.problem;

import java.util.Locale;

/** What can be wrong with one field. Clients act on the code; the message is for people. */
public enum FieldFlaw {
    REQUIRED,
    WRONG_TYPE,
    BLANK,
    TOO_SHORT,
    TOO_LONG,
    ILLEGAL_CHARACTERS,
    /** NUL or half a surrogate pair, which no store can hold. */
    UNSAFE_TEXT;

    /** As clients see it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
