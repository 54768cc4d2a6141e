package dev.parley.domain.conversation;

import java.time.Instant;

/**
 * The newest message that one of the two is shown: visible ones, and their own also while they are held.
 *
 * @param place 0 if they are shown none; then the conversation does not exist for them
 * @param at when it was sent, which orders their inbox
 */
public record Shown(long place, Instant at) {

    /** No message yet. */
    public static final Shown NOTHING = new Shown(0, Instant.EPOCH);

    public Shown {
        if (place < 0) {
            throw new IllegalArgumentException("a place is not negative");
        }
    }

    public boolean isNothing() {
        return place == 0;
    }

    Shown orLater(Shown other) {
        return other.place > place ? other : this;
    }
}
