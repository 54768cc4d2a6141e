package dev.parley.bootstrap.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.TokenBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in the memory of this node. A bucket is removed when it is full again. If there are too many buckets, the least
 * used ones are evicted before.
 */
public final class BucketNodeLimits implements NodeLimits {

    private final Cache<Key, AtomicReference<TokenBucket>> buckets;
    private final LongSupplier nanoTime;
    private final long start;

    /**
     * @param nanoTime monotonic time in nanoseconds, from any origin
     * @param most maximum number of buckets
     */
    public BucketNodeLimits(LongSupplier nanoTime, int most) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<Key, AtomicReference<TokenBucket>>accessing(
                        (key, bucket) -> key.limit().fillTime()))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    @Override
    public PermitResult claim(NeededPermit claim) {
        return take(claim, now());
    }

    private PermitResult take(NeededPermit claim, Instant now) {
        RateLimit limit = claim.limit();
        TokenBucket before = bucket(claim)
                .getAndUpdate(bucket -> bucket.look(limit, now).isGranted() ? bucket.take(limit, now) : bucket);
        PermitResult found = before.look(limit, now);
        return found.isGranted() ? before.take(limit, now).look(limit, now).granted() : found;
    }

    /** Looks first, because a refused claim must create no bucket: one site could otherwise evict those of other clients. */
    @Override
    public PermitResults claim(List<NeededPermit> claims) {
        Instant now = now();
        PermitResults seen = look(claims, now);
        if (!seen.areGranted()) {
            return seen;
        }
        PermitResults quotas =
                new PermitResults(claims.stream().map(claim -> take(claim, now)).toList());
        return quotas.areGranted() ? quotas : withdrawn(claims, quotas, now);
    }

    /** Refunds the permits that some limits granted while another refused. */
    private PermitResults withdrawn(List<NeededPermit> claims, PermitResults quotas, Instant now) {
        List<PermitResult> left = new ArrayList<>(quotas.all());
        for (int number = 0; number < claims.size(); number++) {
            if (left.get(number).isGranted()) {
                RateLimit limit = claims.get(number).limit();
                TokenBucket refunded = bucket(claims.get(number)).updateAndGet(bucket -> bucket.refund(limit, now));
                left.set(number, refunded.look(limit, now).granted());
            }
        }
        return new PermitResults(left);
    }

    @Override
    public PermitResults look(List<NeededPermit> claims) {
        return look(claims, now());
    }

    private PermitResults look(List<NeededPermit> claims, Instant now) {
        return new PermitResults(claims.stream().map(claim -> look(claim, now)).toList());
    }

    private PermitResult look(NeededPermit claim, Instant now) {
        @Nullable AtomicReference<TokenBucket> bucket = buckets.getIfPresent(Key.of(claim));
        return (bucket == null ? TokenBucket.FULL : bucket.get()).look(claim.limit(), now);
    }

    /** The approximate number of buckets. */
    public long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private AtomicReference<TokenBucket> bucket(NeededPermit claim) {
        return buckets.get(Key.of(claim), key -> new AtomicReference<>(TokenBucket.FULL));
    }

    /** The time of the buckets starts with this object, so no setting of the system clock affects them. */
    private Instant now() {
        return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - start);
    }

    /** With a digest, because clients choose names: a long one takes no more memory, and they cannot choose equal hash codes. */
    private record Key(RateLimit limit, String digest) {

        static Key of(NeededPermit claim) {
            return new Key(claim.limit(), claim.key().digest());
        }
    }
}
