package dev.parley.domain.conversation;

/**
 * The counts of one participant of a conversation as a receiver.
 *
 * <p>While a block lasts, every message to the blocker is held. So all held messages come after all messages that the
 * receiver could have read. Unread are exactly the messages to the receiver after {@code readUpTo} that they see: the
 * visible ones and, in a conversation with oneself, also the held ones.
 *
 * @param unread messages to the receiver that they see and have not read, including those whose content was deleted
 * @param held messages to the receiver that wait for the end of a block
 * @param heldFrom place of the first held message; 0 while none is held
 * @param readUpTo place of the newest message to the receiver that they have read; 0 before the first
 */
public record ReceiverState(long unread, long held, long heldFrom, long readUpTo) {

    /** Before the first message. */
    public static final ReceiverState NEW = new ReceiverState(0, 0, 0, 0);

    public ReceiverState {
        if (unread < 0 || held < 0 || heldFrom < 0 || readUpTo < 0) {
            throw new IllegalArgumentException(
                    "counts must be >= 0, found %d, %d, %d, %d".formatted(unread, held, heldFrom, readUpTo));
        }
        if ((held == 0) != (heldFrom == 0)) {
            throw new IllegalArgumentException(
                    "expected heldFrom exactly if messages are held, found %d and %d held".formatted(heldFrom, held));
        }
        if (held > 0 && readUpTo >= heldFrom) {
            throw new IllegalArgumentException(
                    "expected readUpTo before heldFrom, found %d and %d".formatted(readUpTo, heldFrom));
        }
    }

    /**
     * The unread messages as clients count them. A deleted message is not unread, and all messages to the receiver come from
     * the other participant. So after that participant's erasure none is unread.
     *
     * @param isPeerErased whether the account of the other participant is erased
     */
    public long unreadFrom(boolean isPeerErased) {
        return isPeerErased ? 0 : unread;
    }

    /** @throws IllegalStateException if messages are held: a visible message must not overtake them */
    ReceiverState receiving() {
        if (held > 0) {
            throw new IllegalStateException(
                    "a visible message cannot follow held ones, found %d not released".formatted(held));
        }
        return new ReceiverState(unread + 1, held, heldFrom, readUpTo);
    }

    ReceiverState holding(long place) {
        return new ReceiverState(unread, held + 1, held == 0 ? place : heldFrom, readUpTo);
    }

    /** Holds a note to oneself. Its author still sees it, so it is unread immediately. */
    ReceiverState holdingNoteToSelf(long place) {
        ReceiverState after = holding(place);
        return new ReceiverState(unread + 1, after.held, after.heldFrom, readUpTo);
    }

    /** Releases notes to oneself, which their author has seen since they were sent. */
    ReceiverState releasingNotesToSelf() {
        return new ReceiverState(unread, 0, 0, readUpTo);
    }

    ReceiverState releasing() {
        return new ReceiverState(unread + held, 0, 0, readUpTo);
    }

    ReceiverState reading(Received covered) {
        return new ReceiverState(
                unread - covered.count(), held, heldFrom, covered.newest().value());
    }

    /** The highest place up to which the receiver can have read. */
    long readableUpTo(long lastPlace) {
        return held == 0 ? lastPlace : heldFrom - 1;
    }
}
