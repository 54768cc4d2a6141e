package dev.parley.adapters.rest.v1.event;

import dev.parley.domain.event.EventLogState.Standing;
import java.util.Locale;

/** Why nobody can go on from a cursor, in words that both transports use. */
public interface ResetReason {

    /** What to load before following on: it comes with the cursor of its moment. */
    String SNAPSHOT = "/v1/conversations";

    /** For clients. */
    static String code(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    static String meaning(Standing standing) {
        return switch (standing) {
            case GOOD -> throw new IllegalArgumentException("a good cursor is no reason");
            case OTHER_EPOCH -> "The cursor is of another history of events: the service was restored since.";
            case FUTURE -> "The cursor is ahead of the events that there are.";
            case EXPIRED -> "What came after the cursor is no longer kept.";
        };
    }
}
