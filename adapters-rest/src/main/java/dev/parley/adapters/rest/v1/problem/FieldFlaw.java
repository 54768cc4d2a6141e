package dev.parley.adapters.rest.v1.problem;

import java.util.Locale;

/** The flaws of a field. Clients act on the code; the message is for people. */
public enum FieldFlaw {
    REQUIRED,
    WRONG_TYPE,
    BLANK,
    TOO_SHORT,
    TOO_LONG,
    ILLEGAL_CHARACTERS,
    /** NUL or half a surrogate pair, which no database can store. */
    UNSAFE_TEXT;

    /** The code in responses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
