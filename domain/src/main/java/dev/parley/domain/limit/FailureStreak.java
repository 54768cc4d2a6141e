package dev.parley.domain.limit;

import java.time.Instant;

/**
 * Failures one after the other.
 *
 * @param count 0 or more
 * @param lastAt of no meaning if there is none
 */
public record FailureStreak(int count, Instant lastAt) {

    public static final FailureStreak NONE = new FailureStreak(0, Instant.EPOCH);

    public FailureStreak {
        if (count < 0) {
            throw new IllegalArgumentException("nobody fails less than not at all");
        }
    }
}
