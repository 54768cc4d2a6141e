package dev.parley.bootstrap.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in this node's memory. One that nobody has taken from for as long as it takes to fill is as good as none, and
 * goes; if there are too many, those that are seldom asked for go before.
 */
public final class BucketNodeLimits implements NodeLimits {

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    /**
     * @param nanoTime nanoseconds since whenever, which only go forward
     * @param most so many buckets are kept; each is some hundred bytes
     */
    public BucketNodeLimits(LongSupplier nanoTime, int most) {
        this.time = new Elapsed(nanoTime);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<Key, Bucket>accessing(
                        (key, bucket) -> key.limit().fillTime()))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    @Override
    public Quota claim(Claim claim) {
        ConsumptionProbe probe = bucket(claim).tryConsumeAndReturnRemaining(1);
        return new Quota(
                claim.limit(),
                (int) probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Looks first: what is refused anyhow must make no bucket, or one site could push out those of everybody else. */
    @Override
    public Quotas claim(List<Claim> claims) {
        Quotas seen = look(claims);
        if (!seen.areGranted()) {
            return seen;
        }
        Quotas quotas = new Quotas(claims.stream().map(this::claim).toList());
        return quotas.areGranted() ? quotas : withdrawn(claims, quotas);
    }

    /** Puts back what was taken of some while it was not to be had of others. */
    private Quotas withdrawn(List<Claim> claims, Quotas quotas) {
        List<Quota> left = new ArrayList<>(quotas.all());
        for (int number = 0; number < claims.size(); number++) {
            if (left.get(number).isGranted()) {
                Claim claim = claims.get(number);
                bucket(claim).addTokens(1);
                left.set(number, look(claim).granted());
            }
        }
        return new Quotas(left);
    }

    @Override
    public Quotas look(List<Claim> claims) {
        return new Quotas(claims.stream().map(this::look).toList());
    }

    private Quota look(Claim claim) {
        RateLimit limit = claim.limit();
        @Nullable Bucket bucket = buckets.getIfPresent(Key.of(claim));
        if (bucket == null) {
            return new Quota(limit, limit.burst(), Duration.ZERO, Duration.ZERO);
        }
        VerboseResult<EstimationProbe> found = bucket.asVerbose().estimateAbilityToConsume(1);
        return new Quota(
                limit,
                (int) found.getDiagnostics().getAvailableTokens(),
                Duration.ofNanos(found.getDiagnostics().calculateFullRefillingTime()),
                Duration.ofNanos(found.getValue().getNanosToWaitForRefill()));
    }

    /** About how many buckets there are. */
    public long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Claim claim) {
        return buckets.get(Key.of(claim), this::fill);
    }

    private Bucket fill(Key key) {
        RateLimit limit = key.limit();
        return Bucket.builder()
                .addLimit(bucket -> bucket.capacity(limit.burst()).refillGreedy(limit.rate(), limit.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** With a digest, as clients choose names: a long one takes no more memory, and they cannot choose equal hash codes. */
    private record Key(RateLimit limit, String digest) {

        static Key of(Claim claim) {
            return new Key(claim.limit(), claim.key().digest());
        }
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
