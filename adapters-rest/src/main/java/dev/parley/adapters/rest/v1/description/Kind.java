package dev.parley.adapters.rest.v1.description;

/** The forms that values of v1 have. The document knows the limits of each, and one value of it. */
public enum Kind {
    /** Of a field: whatever the type of its component says. Of a parameter: any text. */
    PLAIN,
    NEW_USERNAME,
    /** As it is shown: whoever is erased is a tilde and a number. */
    USERNAME,
    /** Only compared, so that its limits are nobody's business. */
    CREDENTIAL,
    NEW_PASSWORD,
    CONTENT,
    DEVICE_NAME,
    TOKEN,
    /** Digits today; clients take it for a name, and compare nothing but equality. */
    ID,
    CURSOR,
    /** A cursor, or the id of a message. */
    MARK,
    IDEMPOTENCY_KEY,
    TIME,
    FLAG,
    COUNT,
    LIMIT,
    PREFIX,
    PROBLEM_CODE,
    FIELD_FLAW,
    ACTIVITY_TYPE,
    RESET_REASON,
    /** Why a stream ends, as far as its client is told. */
    ENDING,
    EVENT_TYPE,
    SEQ,
    WAIT,
    UNREAD,
    CURRENT
}
