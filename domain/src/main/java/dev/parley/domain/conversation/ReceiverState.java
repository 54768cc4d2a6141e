package dev.parley.domain.conversation;

/**
 * What a conversation counts for one of its two as a receiver.
 *
 * <p>Messages are held from a block to its lifting and never beside visible ones to the same receiver. So everything that
 * is held comes after everything that could be read, and what is unread are exactly the visible messages to them beyond
 * {@code readUpTo}.
 *
 * @param unread visible messages to them that no reading of theirs covers
 * @param held messages to them that wait for an unblocking
 * @param heldFrom place of the first of these; 0 while there is none
 * @param readUpTo place of the newest message to them that a reading of theirs covers; 0 before the first
 */
public record ReceiverState(long unread, long held, long heldFrom, long readUpTo) {

    /** Nothing received yet. */
    public static final ReceiverState NEW = new ReceiverState(0, 0, 0, 0);

    public ReceiverState {
        if (unread < 0 || held < 0 || heldFrom < 0 || readUpTo < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
        if ((held == 0) != (heldFrom == 0)) {
            throw new IllegalArgumentException("what is held begins somewhere");
        }
        if (held > 0 && readUpTo >= heldFrom) {
            throw new IllegalArgumentException("nobody has read beyond what is held from them");
        }
    }

    /** @throws IllegalStateException if something is held from them: nothing may pass that */
    ReceiverState received() {
        if (held > 0) {
            throw new IllegalStateException("a block was lifted and what it held was not released");
        }
        return new ReceiverState(unread + 1, held, heldFrom, readUpTo);
    }

    ReceiverState heldBack(long place) {
        return new ReceiverState(unread, held + 1, held == 0 ? place : heldFrom, readUpTo);
    }

    ReceiverState released() {
        return new ReceiverState(unread + held, 0, 0, readUpTo);
    }

    ReceiverState read(Received covered) {
        return new ReceiverState(
                unread - covered.count(), held, heldFrom, covered.newest().value());
    }

    /** The highest place up to which they can have read by now. */
    long readableUpTo(long lastPlace) {
        return held == 0 ? lastPlace : heldFrom - 1;
    }
}
