package dev.parley.domain.event;

import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One entry of a user's event log.
 *
 * @param seq 1, 2, 3 and so on for each user, without gaps, in the order of commits. A client that receives 43 after 41 has
 *     missed 42
 * @param at when it happened; it may go back with the clock, unlike {@code seq}
 */
public record UserEvent(UserId user, long seq, Instant at, Change change) {

    public UserEvent {
        if (seq <= 0) {
            throw new IllegalArgumentException("seq of an event must be >= 1, was " + seq);
        }
    }
}
