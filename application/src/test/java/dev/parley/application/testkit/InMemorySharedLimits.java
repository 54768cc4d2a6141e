package dev.parley.application.testkit;

import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.TokenBucket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

public final class InMemorySharedLimits implements SharedLimits {

    private final InMemoryStateStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<NeededPermit, TokenBucket> buckets = new HashMap<>();

    public InMemorySharedLimits(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public PermitResults claim(List<NeededPermit> claims, Instant now) {
        requireNoUnitOfWork();
        lock.lock();
        try {
            PermitResults found = look(claims, now);
            if (!found.areGranted()) {
                return found;
            }
            claims.forEach(claim -> buckets.put(claim, bucketOf(claim).take(claim.limit(), now)));
            return look(claims, now).granted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PermitResults refund(List<NeededPermit> claims, Instant now) {
        requireNoUnitOfWork();
        lock.lock();
        try {
            claims.forEach(claim -> buckets.put(claim, bucketOf(claim).refund(claim.limit(), now)));
            return look(claims, now).granted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int removeFull(Instant now) {
        lock.lock();
        try {
            int before = buckets.size();
            buckets.values().removeIf(bucket -> !bucket.fullAt().isAfter(now));
            return before - buckets.size();
        } finally {
            lock.unlock();
        }
    }

    private PermitResults look(List<NeededPermit> claims, Instant now) {
        return new PermitResults(claims.stream()
                .map(claim -> bucketOf(claim).look(claim.limit(), now))
                .toList());
    }

    private TokenBucket bucketOf(NeededPermit claim) {
        return buckets.getOrDefault(claim, TokenBucket.FULL);
    }

    private void requireNoUnitOfWork() {
        if (store.isInUse()) {
            throw new IllegalStateException("limits must be claimed outside of a unit of work");
        }
    }
}
