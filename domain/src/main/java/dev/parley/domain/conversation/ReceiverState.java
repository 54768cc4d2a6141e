package dev.parley.domain.conversation;

/**
 * What a conversation counts for one of its two as a receiver.
 *
 * <p>Messages are held from a block to its lifting and never beside visible ones to the same receiver. So everything that
 * is held comes after everything that could be read, and what is unread are exactly the messages to them beyond
 * {@code readUpTo} that they are shown: the visible ones and, in a conversation with oneself, those that are held.
 *
 * @param unread messages to them that they are shown and no reading of theirs covers, erased ones included
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

    /**
     * How many messages are unread, as users and clients count them: an erased message is not unread. All that one receives
     * in a conversation comes from the other one, so their erasure leaves nothing unread.
     *
     * @param isPeerErased whether the account of the other one is erased
     */
    public long unreadFrom(boolean isPeerErased) {
        return isPeerErased ? 0 : unread;
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

    /** Holds back what they are shown nevertheless, as they wrote it: it is unread at once, and can be read later. */
    ReceiverState heldBackAndShown(long place) {
        ReceiverState after = heldBack(place);
        return new ReceiverState(unread + 1, after.held, after.heldFrom, readUpTo);
    }

    /** Releases what they were shown all the time. */
    ReceiverState releasedAndShown() {
        return new ReceiverState(unread, 0, 0, readUpTo);
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
