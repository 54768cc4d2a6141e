package dev.parley.domain.limit;

import java.time.Duration;

/**
 * What somebody has of a limit after they claimed one unit of it.
 *
 * @param remaining whole units that they could still claim at once
 * @param untilFull how long until they have all of it again
 * @param untilNext how long until the claim could be granted; zero if it was
 */
public record Quota(RateLimit limit, int remaining, Duration untilFull, Duration untilNext) {

    public boolean isGranted() {
        return untilNext.isZero();
    }

    /** What is left of it now that the claim was granted, whether or not another one would be. */
    public Quota granted() {
        return new Quota(limit, remaining, untilFull, Duration.ZERO);
    }

    /** Whether it leaves less than the other. */
    boolean isTighterThan(Quota other) {
        int longer = untilNext.compareTo(other.untilNext);
        return longer > 0 || (longer == 0 && remaining < other.remaining);
    }
}
