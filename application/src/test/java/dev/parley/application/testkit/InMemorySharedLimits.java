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
    public PermitResults take(List<NeededPermit> permits, Instant now) {
        requireNoUnitOfWork();
        lock.lock();
        try {
            PermitResults found = look(permits, now);
            if (!found.areGranted()) {
                return found;
            }
            permits.forEach(permit -> buckets.put(permit, bucketOf(permit).take(permit.limit(), now)));
            return look(permits, now).granted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PermitResults refund(List<NeededPermit> permits, Instant now) {
        requireNoUnitOfWork();
        lock.lock();
        try {
            permits.forEach(permit -> buckets.put(permit, bucketOf(permit).refund(permit.limit(), now)));
            return look(permits, now).granted();
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

    private PermitResults look(List<NeededPermit> permits, Instant now) {
        return new PermitResults(permits.stream()
                .map(permit -> bucketOf(permit).look(permit.limit(), now))
                .toList());
    }

    private TokenBucket bucketOf(NeededPermit permit) {
        return buckets.getOrDefault(permit, TokenBucket.FULL);
    }

    private void requireNoUnitOfWork() {
        if (store.isInUse()) {
            throw new IllegalStateException("limits must be claimed outside of a unit of work");
        }
    }
}
