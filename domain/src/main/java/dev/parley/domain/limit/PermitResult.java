package dev.parley.domain.limit;

import java.time.Duration;

/**
 * The result of asking for one permit of a rate limit.
 *
 * @param remaining permits that are still available immediately
 * @param untilFull time until all permits are available again
 * @param untilNext time until a permit is available; zero if it was granted
 */
public record PermitResult(RateLimit limit, int remaining, Duration untilFull, Duration untilNext) {

    public boolean isGranted() {
        return untilNext.isZero();
    }

    /** The same numbers, marked as granted, whether or not another permit is available. */
    public PermitResult granted() {
        return new PermitResult(limit, remaining, untilFull, Duration.ZERO);
    }

    /** Whether it has the longer wait or, on equal waits, fewer remaining permits. */
    boolean isTighterThan(PermitResult other) {
        int longer = untilNext.compareTo(other.untilNext);
        return longer > 0 || (longer == 0 && remaining < other.remaining);
    }
}
