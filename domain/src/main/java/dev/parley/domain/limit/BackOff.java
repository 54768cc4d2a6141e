package dev.parley.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wait after repeated failures: none after the first few, then doubled with each failure, up to a maximum. A streak of
 * failures expires when no failure is added for the time of {@code memory}.
 *
 * @param free number of failures without a wait
 * @param first the first wait, at least 1 ms
 * @param longest the longest wait, not shorter than the first, at most one day
 * @param memory time after the last failure at which a streak expires; longer than the longest wait
 */
public record BackOff(int free, Duration first, Duration longest, Duration memory) {

    /** The name of this limit in responses. */
    public static final String NAME = "failed-logins";

    /** The count of failures stops here. */
    private static final int MAX_FAILURES = 1_000_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** From here on every wait is the longest; keeps the shift below from overflowing. */
    private static final int MAX_DOUBLINGS = 30;

    public BackOff {
        if (free < 0 || longest.compareTo(first) < 0 || memory.compareTo(longest) <= 0) {
            String values = free + ", " + first + ", " + longest + " and " + memory;
            throw new IllegalArgumentException("free must be >= 0 and first <= longest < memory, were " + values);
        }
        if (first.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("waits must be 1 ms to one day, were " + first + " to " + longest);
        }
    }

    /** The limit that applies during a wait: one attempt per wait. Empty if an attempt is allowed at {@code now}. */
    public Optional<PermitResult> hold(FailureStreak streak, Instant now) {
        if (streak.count() <= free || isExpired(streak, now)) {
            return Optional.empty();
        }
        Duration wait = waitAfter(streak.count() - free - 1);
        Duration left = Duration.between(now, streak.lastAt().plus(wait));
        if (!left.isPositive()) {
            return Optional.empty();
        }
        Duration most = left.compareTo(wait) > 0 ? wait : left; // the clock of the node that recorded it may be ahead
        return Optional.of(new PermitResult(new RateLimit(NAME, 1, wait, 1), 0, most, most));
    }

    /** The streak with one more failure, at {@code now}; an expired streak restarts at 1. */
    public FailureStreak failed(FailureStreak before, Instant now) {
        int count = isExpired(before, now) ? 0 : before.count();
        return new FailureStreak(Math.min(count + 1, MAX_FAILURES), now);
    }

    private boolean isExpired(FailureStreak streak, Instant now) {
        return streak.lastAt().isBefore(forgottenBefore(now));
    }

    /** Streaks whose last failure is older have expired. */
    public Instant forgottenBefore(Instant now) {
        return now.minus(memory);
    }

    private Duration waitAfter(int doublings) {
        if (doublings >= MAX_DOUBLINGS) {
            return longest;
        }
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
