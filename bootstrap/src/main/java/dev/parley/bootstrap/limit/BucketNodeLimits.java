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
    public PermitResult take(NeededPermit permit) {
        return take(permit, now());
    }

    private PermitResult take(NeededPermit permit, Instant now) {
        RateLimit limit = permit.limit();
        TokenBucket before = bucket(permit)
                .getAndUpdate(bucket -> bucket.look(limit, now).isGranted() ? bucket.take(limit, now) : bucket);
        PermitResult found = before.look(limit, now);
        return found.isGranted() ? before.take(limit, now).look(limit, now).granted() : found;
    }

    /** Looks first, because a refused call must create no bucket: one site could otherwise evict those of other clients. */
    @Override
    public PermitResults take(List<NeededPermit> permits) {
        Instant now = now();
        PermitResults seen = look(permits, now);
        if (!seen.areGranted()) {
            return seen;
        }
        PermitResults results = new PermitResults(
                permits.stream().map(permit -> take(permit, now)).toList());
        return results.areGranted() ? results : withdrawn(permits, results, now);
    }

    /** Refunds the permits that some limits granted while another refused. */
    private PermitResults withdrawn(List<NeededPermit> permits, PermitResults results, Instant now) {
        List<PermitResult> left = new ArrayList<>(results.all());
        for (int number = 0; number < permits.size(); number++) {
            if (left.get(number).isGranted()) {
                RateLimit limit = permits.get(number).limit();
                TokenBucket refunded = bucket(permits.get(number)).updateAndGet(bucket -> bucket.refund(limit, now));
                left.set(number, refunded.look(limit, now).granted());
            }
        }
        return new PermitResults(left);
    }

    @Override
    public PermitResults look(List<NeededPermit> permits) {
        return look(permits, now());
    }

    private PermitResults look(List<NeededPermit> permits, Instant now) {
        return new PermitResults(
                permits.stream().map(permit -> look(permit, now)).toList());
    }

    private PermitResult look(NeededPermit permit, Instant now) {
        @Nullable AtomicReference<TokenBucket> bucket = buckets.getIfPresent(Key.of(permit));
        return (bucket == null ? TokenBucket.FULL : bucket.get()).look(permit.limit(), now);
    }

    /** The approximate number of buckets. */
    public long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private AtomicReference<TokenBucket> bucket(NeededPermit permit) {
        return buckets.get(Key.of(permit), key -> new AtomicReference<>(TokenBucket.FULL));
    }

    /** The time of the buckets starts with this object, so no setting of the system clock affects them. */
    private Instant now() {
        return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - start);
    }

    /** With a digest, because clients choose names: a long one takes no more memory, and they cannot choose equal hash codes. */
    private record Key(RateLimit limit, String digest) {

        static Key of(NeededPermit permit) {
            return new Key(permit.limit(), permit.key().digest());
        }
    }
}
