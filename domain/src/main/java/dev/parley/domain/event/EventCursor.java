package dev.parley.domain.event;

/**
 * How far somebody has followed the events of one user.
 *
 * @param seq number of the last event seen; 0 before the first
 */
public record EventCursor(EventEpoch epoch, long seq) {

    public EventCursor {
        if (seq < 0) {
            throw new IllegalArgumentException("a cursor is not before the beginning");
        }
    }
}
