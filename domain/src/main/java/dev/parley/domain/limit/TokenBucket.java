package dev.parley.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The state of a rate limit's bucket, stored as the moment at which it is full again. Taking a permit moves this moment by one
 * {@linkplain RateLimit#interval() interval}, so permits are regained without an update.
 *
 * @param fullAt when the bucket is full; in the past for a full one
 */
public record TokenBucket(Instant fullAt) {

    /** An unused bucket. */
    public static final TokenBucket FULL = new TokenBucket(Instant.EPOCH);

    /** The permits available at {@code now}, without taking one: granted if there is at least one. */
    public PermitResult look(RateLimit limit, Instant now) {
        Duration missing = missing(limit, now);
        Duration over = missing.plus(limit.interval()).minus(limit.fillTime());
        return new PermitResult(limit, left(limit, missing), missing, over.isPositive() ? over : Duration.ZERO);
    }

    /** The bucket with one permit fewer; there must be one. */
    public TokenBucket take(RateLimit limit, Instant now) {
        return new TokenBucket(now.plus(missing(limit, now)).plus(limit.interval()));
    }

    /** The bucket with one permit refunded; a full one stays full. */
    public TokenBucket refund(RateLimit limit, Instant now) {
        return new TokenBucket(now.plus(missing(limit, now)).minus(limit.interval()));
    }

    /**
     * Time until the bucket is full, at most the fill time of an empty one. So a node whose clock was far ahead cannot lock a
     * client out until that time.
     */
    private Duration missing(RateLimit limit, Instant now) {
        Duration until = Duration.between(now, fullAt);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(limit.fillTime()) > 0 ? limit.fillTime() : until;
    }

    private static int left(RateLimit limit, Duration missing) {
        long nanos = TimeUnit.NANOSECONDS.convert(limit.fillTime().minus(missing)); // capped at 292 years
        return (int) (nanos / limit.interval().toNanos());
    }
}
