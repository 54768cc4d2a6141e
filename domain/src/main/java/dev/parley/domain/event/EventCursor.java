package dev.parley.domain.event;

/**
 * A position in the events of one user.
 *
 * @param seq number of the last event read; 0 before the first
 */
public record EventCursor(EventEpoch epoch, long seq) {

    public EventCursor {
        if (seq < 0) {
            throw new IllegalArgumentException("seq of a cursor must be >= 0, was " + seq);
        }
    }
}
