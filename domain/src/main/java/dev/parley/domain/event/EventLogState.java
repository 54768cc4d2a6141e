package dev.parley.domain.event;

/**
 * What is there of one user's events at one moment.
 *
 * @param oldest number of the oldest event that is kept; {@code head + 1} if none is
 * @param head number of the newest event; 0 before the first
 */
public record EventLogState(EventEpoch epoch, long oldest, long head) {

    public EventLogState {
        if (head < 0 || oldest < 1 || oldest > head + 1) {
            throw new IllegalArgumentException("events are numbered from 1, and the oldest is not after the newest");
        }
    }

    /** Whether somebody who has followed up to {@code cursor} can go on from there without missing anything. */
    public Standing of(EventCursor cursor) {
        if (!cursor.epoch().equals(epoch)) {
            return Standing.OTHER_EPOCH;
        }
        if (cursor.seq() > head) {
            return Standing.FUTURE;
        }
        return cursor.seq() < oldest - 1 ? Standing.EXPIRED : Standing.GOOD;
    }

    /** Where whoever has just loaded everything goes on. */
    public EventCursor end() {
        return new EventCursor(epoch, head);
    }

    /** How a cursor stands to what is there. */
    public enum Standing {
        GOOD,
        /** History has changed since it was given out. */
        OTHER_EPOCH,
        /** No such event has happened: it was made up, or history has gone back unnoticed. */
        FUTURE,
        /** What came after it is no longer kept. */
        EXPIRED
    }
}
