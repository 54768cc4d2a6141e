package dev.parley.domain.conversation;

import java.time.Instant;

/**
 * The newest message that a participant sees: a visible one, or one of their own that is held.
 *
 * @param place 0 if the participant sees none; then the conversation does not exist for them
 * @param at when it was sent, which orders the participant's inbox
 */
public record NewestVisible(long place, Instant at) {

    /** No message. */
    public static final NewestVisible NOTHING = new NewestVisible(0, Instant.EPOCH);

    public NewestVisible {
        if (place < 0) {
            throw new IllegalArgumentException("place must be >= 0, was " + place);
        }
    }

    public boolean isNothing() {
        return place == 0;
    }

    NewestVisible orLater(NewestVisible other) {
        return other.place > place ? other : this;
    }
}
