package dev.parley.bootstrap.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Buckets in this node's memory. One that nobody has taken from for as long as it takes to fill is as good as none, and
 * goes; if there are too many, those that are seldom asked for go before.
 */
public final class BucketNodeLimits implements NodeLimits {

    private final Cache<Claim, Bucket> buckets;
    private final TimeMeter time;

    /**
     * @param nanoTime nanoseconds since whenever, which only go forward
     * @param most so many buckets are kept; each is some hundred bytes
     */
    public BucketNodeLimits(LongSupplier nanoTime, int most) {
        this.time = new Elapsed(nanoTime);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<Claim, Bucket>accessing(
                        (claim, bucket) -> claim.limit().fillTime()))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    @Override
    public Quota claim(Claim claim) {
        ConsumptionProbe probe = buckets.get(claim, this::fill).tryConsumeAndReturnRemaining(1);
        return new Quota(
                claim.limit(),
                (int) probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** About how many buckets there are. */
    public long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket fill(Claim claim) {
        RateLimit limit = claim.limit();
        return Bucket.builder()
                .addLimit(bucket -> bucket.capacity(limit.burst()).refillGreedy(limit.rate(), limit.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Elapsed(LongSupplier nanoTime) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
