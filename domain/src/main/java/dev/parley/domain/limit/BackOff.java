package dev.parley.domain.limit;

import java.time.Duration;
import java.time.Instant;

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

    /** Beyond it every wait is the longest. */
    private static final int MOST_DOUBLINGS = 30;

    public BackOff {
        if (free < 0 || !first.isPositive() || longest.compareTo(first) < 0 || memory.compareTo(longest) <= 0) {
            throw new IllegalArgumentException(
                    "a back-off grows from its first wait to its longest, within its memory");
        }
    }

    /** How long from {@code now} on nothing may be tried; zero if something may. */
    public Duration untilNext(FailureStreak streak, Instant now) {
        if (streak.count() <= free || streak.lastAt().isBefore(forgottenBefore(now))) {
            return Duration.ZERO;
        }
        Duration wait = waitAfter(streak.count() - free - 1);
        Duration left = Duration.between(now, streak.lastAt().plus(wait));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(wait) > 0 ? wait : left; // the clock of the node that noted it may be ahead
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
