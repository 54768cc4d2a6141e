package dev.parley.bootstrap.architecture;

import java.util.Locale;
import java.util.stream.Stream;

/** The features. */
enum Feature {
    SHARED,
    LIMIT,
    USER,
    SESSION,
    BLOCK,
    CONVERSATION,
    RECEIPT,
    ACTIVITY,
    EVENT,
    SENDING,
    INBOX,
    ERASURE,
    AUDIT;

    /** The features that its model and ports may use. */
    Stream<Feature> known() {
        return switch (this) {
            case SHARED -> Stream.empty();
            case LIMIT -> Stream.of(SHARED);
            case USER -> Stream.of(SHARED, LIMIT);
            case SESSION -> Stream.of(SHARED, LIMIT, USER);
            case BLOCK, CONVERSATION -> Stream.of(SHARED, USER);
            case RECEIPT -> Stream.of(USER, CONVERSATION);
            case EVENT -> Stream.of(SHARED, USER, SESSION, CONVERSATION);
            case SENDING -> Stream.of(USER, CONVERSATION, EVENT, ACTIVITY);
            case INBOX -> Stream.of(USER, CONVERSATION, EVENT);
            case ERASURE -> Stream.of(SHARED, USER, SESSION, CONVERSATION);
            case AUDIT -> Stream.of(USER, CONVERSATION, RECEIPT);
            case ACTIVITY -> Stream.of(SHARED, USER, CONVERSATION);
        };
    }

    /** Its package in each part that has features. */
    String place() {
        return name().toLowerCase(Locale.ROOT);
    }
}
