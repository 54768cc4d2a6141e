package dev.parley.adapters.rest.v1.event;

import dev.parley.domain.event.EventLogState.CursorStatus;
import java.util.Locale;

/** The reasons why a cursor cannot be resumed, for polls and streams. */
public final class ResetReason {

    /** The resource to load before resuming: its response contains a cursor of the same moment. */
    public static final String SNAPSHOT = "/v1/conversations";

    private ResetReason() {}

    /** The code for programs. */
    public static String code(CursorStatus standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    /** The message for people. */
    public static String meaning(CursorStatus standing) {
        return switch (standing) {
            case GOOD -> throw new IllegalArgumentException("expected a standing that requires a reset, was GOOD");
            case OTHER_EPOCH -> "The cursor belongs to an earlier event history: the service was restored since.";
            case FUTURE -> "The cursor is ahead of the newest event.";
            case EXPIRED -> "Events after the cursor have been deleted.";
        };
    }
}
