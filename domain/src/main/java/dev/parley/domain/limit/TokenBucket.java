package dev.parley.domain.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * How much somebody has left of a limit, as the one moment at which they have all of it again: every unit that is taken
 * moves it by one {@linkplain RateLimit#interval() interval}. Nothing has to be done for what comes back.
 *
 * @param fullAt a bucket that was full before is full
 */
public record TokenBucket(Instant fullAt) {

    /** One that nobody has taken from. */
    public static final TokenBucket FULL = new TokenBucket(Instant.EPOCH);

    /** What there is, if nothing is taken: granted if there is one unit at least. */
    public Quota look(RateLimit limit, Instant now) {
        Duration missing = missing(limit, now);
        Duration over = missing.plus(limit.interval()).minus(limit.fillTime());
        return new Quota(limit, left(limit, missing), missing, over.isPositive() ? over : Duration.ZERO);
    }

    /** The bucket after one unit was taken, which must be in it. */
    public TokenBucket take(RateLimit limit, Instant now) {
        return new TokenBucket(now.plus(missing(limit, now)).plus(limit.interval()));
    }

    /** The bucket after one unit was given back; a full one stays as it is. */
    public TokenBucket giveBack(RateLimit limit, Instant now) {
        return new TokenBucket(now.plus(missing(limit, now)).minus(limit.interval()));
    }

    /**
     * How long until it is full. Never longer than an empty one takes: a clock that was far ahead once, on some node, must
     * not lock anybody out until then.
     */
    private Duration missing(RateLimit limit, Instant now) {
        Duration until = Duration.between(now, fullAt);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(limit.fillTime()) > 0 ? limit.fillTime() : until;
    }

    private static int left(RateLimit limit, Duration missing) {
        return Math.toIntExact(limit.fillTime().minus(missing).dividedBy(limit.interval()));
    }
}
