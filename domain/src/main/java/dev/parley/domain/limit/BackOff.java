package dev.parley.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long somebody has to wait after failures: not at all after the first few, then twice as long after each, up to a
 * bound. It ends by itself, and a streak is forgotten when nothing was added to it for long enough.
 *
 * @param free so many failures cost no wait
 * @param first the first wait
 * @param longest the longest wait, not shorter than the first
 * @param memory a streak whose last failure is older is none; longer than the longest wait
 */
public record BackOff(int free, Duration first, Duration longest, Duration memory) {

    /** As clients see it. */
    public static final String NAME = "failed-logins";

    /** No more is counted. */
    private static final int MOST_FAILURES = 1_000_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Beyond it every wait is the longest. */
    private static final int MOST_DOUBLINGS = 30;

    public BackOff {
        if (free < 0 || longest.compareTo(first) < 0 || memory.compareTo(longest) <= 0) {
            throw new IllegalArgumentException(
                    "a back-off grows from its first wait to its longest, within its memory");
        }
        if (first.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a wait is 1 ms to one day");
        }
    }

    /** What holds whoever has to wait: one attempt in the time of the wait. Empty if something may be tried at {@code now}. */
    public Optional<Quota> hold(FailureStreak streak, Instant now) {
        if (streak.count() <= free || isForgotten(streak, now)) {
            return Optional.empty();
        }
        Duration wait = waitAfter(streak.count() - free - 1);
        Duration left = Duration.between(now, streak.lastAt().plus(wait));
        if (!left.isPositive()) {
            return Optional.empty();
        }
        Duration most = left.compareTo(wait) > 0 ? wait : left; // the clock of the node that noted it may be ahead
        return Optional.of(new Quota(new RateLimit(NAME, 1, wait, 1), 0, most, most));
    }

    /** The streak with one more failure, at {@code now}; a forgotten one begins anew. */
    public FailureStreak failed(FailureStreak before, Instant now) {
        int count = isForgotten(before, now) ? 0 : before.count();
        return new FailureStreak(Math.min(count + 1, MOST_FAILURES), now);
    }

    private boolean isForgotten(FailureStreak streak, Instant now) {
        return streak.lastAt().isBefore(forgottenBefore(now));
    }

    /** Streaks whose last failure is older count no more. */
    public Instant forgottenBefore(Instant now) {
        return now.minus(memory);
    }

    private Duration waitAfter(int doublings) {
        if (doublings >= MOST_DOUBLINGS) {
            return longest;
        }
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
