package dev.parley.adapters.rest.v1.event;

import dev.parley.domain.event.EventLogState.Standing;
import java.util.Locale;

/** The reasons why a cursor cannot be resumed, for polls and streams. */
public interface ResetReason {

    /** The resource to load before resuming: its response contains a cursor of the same moment. */
    String SNAPSHOT = "/v1/conversations";

    /** The code for programs. */
    static String code(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    /** The message for people. */
    static String meaning(Standing standing) {
        return switch (standing) {
            case GOOD -> throw new IllegalArgumentException("expected a standing that requires a reset, was GOOD");
            case OTHER_EPOCH -> "The cursor belongs to an earlier event history: the service was restored since.";
            case FUTURE -> "The cursor is ahead of the newest event.";
            case EXPIRED -> "Events after the cursor have been deleted.";
        };
    }
}
