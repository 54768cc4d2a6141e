package dev.parley.domain.conversation;

/**
 * What a conversation counts for one of its two as a receiver.
 *
 * @param unread visible messages to them that no reading of theirs covers
 * @param held messages to them that wait for an unblocking
 * @param readUpTo the highest place that a reading of theirs covers; 0 before the first
 */
public record ReceiverState(long unread, long held, long readUpTo) {

    /** Nothing received yet. */
    public static final ReceiverState NEW = new ReceiverState(0, 0, 0);

    public ReceiverState {
        if (unread < 0 || held < 0 || readUpTo < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    ReceiverState received() {
        return new ReceiverState(unread + 1, held, readUpTo);
    }

    ReceiverState heldBack() {
        return new ReceiverState(unread, held + 1, readUpTo);
    }

    ReceiverState released() {
        return new ReceiverState(unread + held, 0, readUpTo);
    }

    ReceiverState readUpTo(long place) {
        return new ReceiverState(0, held, place);
    }
}
