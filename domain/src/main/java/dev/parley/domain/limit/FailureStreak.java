package dev.parley.domain.limit;

import java.time.Instant;

/**
 * Consecutive failures.
 *
 * @param count 0 or more
 * @param lastAt time of the last failure; meaningless if {@code count} is 0
 */
public record FailureStreak(int count, Instant lastAt) {

    public static final FailureStreak NONE = new FailureStreak(0, Instant.EPOCH);

    public FailureStreak {
        if (count < 0) {
            throw new IllegalArgumentException("count must be >= 0, was " + count);
        }
    }
}
