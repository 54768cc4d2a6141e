package dev.parley.adapters.persistence.conversation;

import java.time.Duration;

/**
 * Limits of the sends that wait in a node.
 *
 * @param waiting how many sends may wait at a time; further ones are refused
 * @param busy how many of these may wait for users that other transactions hold; further ones are refused. So sends to one
 *     locked user cannot take all places
 * @param patience how long a send waits for such users before it is refused
 */
public record SendingLimits(int waiting, int busy, Duration patience) {

    public SendingLimits {
        if (busy < 1 || busy > waiting) {
            throw new IllegalArgumentException("busy must be 1 to %d, was %d".formatted(waiting, busy));
        }
    }
}
