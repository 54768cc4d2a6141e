package dev.parley.domain.event;

import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One entry of one user's event log.
 *
 * @param seq 1, 2, 3 and so on for each user, without gaps, in the order of commits: whoever has seen 41 and then 43 knows
 *     that they miss 42
 * @param at when it happened; times may go back where clocks do, seq never does
 */
public record UserEvent(UserId user, long seq, Instant at, Change change) {

    public UserEvent {
        if (seq <= 0) {
            throw new IllegalArgumentException("events are numbered from 1");
        }
    }
}
