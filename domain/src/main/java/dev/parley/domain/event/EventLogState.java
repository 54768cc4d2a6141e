package dev.parley.domain.event;

/**
 * The extent of one user's event log at one moment.
 *
 * @param oldest number of the oldest retained event; {@code head + 1} if there is none
 * @param head number of the newest event; 0 before the first
 */
public record EventLogState(EventEpoch epoch, long oldest, long head) {

    public EventLogState {
        if (head < 0 || oldest < 1 || oldest > head + 1) {
            throw new IllegalArgumentException(
                    "head must be >= 0 and oldest 1..head + 1, were head " + head + " and oldest " + oldest);
        }
    }

    /** Tells whether a reader can continue at {@code cursor} without missing an event. */
    public CursorStatus of(EventCursor cursor) {
        if (!cursor.epoch().equals(epoch)) {
            return CursorStatus.OTHER_EPOCH;
        }
        if (cursor.seq() > head) {
            return CursorStatus.FUTURE;
        }
        return cursor.seq() < oldest - 1 ? CursorStatus.EXPIRED : CursorStatus.GOOD;
    }

    /** The position after the newest event, where a reader that has just loaded everything continues. */
    public EventCursor end() {
        return new EventCursor(epoch, head);
    }

    /** Whether a cursor is valid, and if not, why. */
    public enum CursorStatus {
        GOOD,
        /** The cursor belongs to another epoch. */
        OTHER_EPOCH,
        /** The cursor is beyond the newest event: a client made it up, or the database went back undetected. */
        FUTURE,
        /** Events after the cursor have been deleted. */
        EXPIRED
    }
}
