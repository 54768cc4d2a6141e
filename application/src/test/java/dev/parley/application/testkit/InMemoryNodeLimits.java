package dev.parley.application.testkit;

import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.TokenBucket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Never evicts a bucket: tests have few clients. */
public final class InMemoryNodeLimits implements NodeLimits {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<NeededPermit, TokenBucket> buckets = new HashMap<>();

    public InMemoryNodeLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public PermitResult take(NeededPermit permit) {
        return take(List.of(permit)).all().getFirst();
    }

    @Override
    public PermitResults take(List<NeededPermit> permits) {
        lock.lock();
        try {
            PermitResults found = look(permits);
            if (!found.areGranted()) {
                return found;
            }
            Instant now = clock.instant();
            permits.forEach(permit -> buckets.put(permit, bucketOf(permit).take(permit.limit(), now)));
            return look(permits).granted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PermitResults look(List<NeededPermit> permits) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return new PermitResults(permits.stream()
                    .map(permit -> bucketOf(permit).look(permit.limit(), now))
                    .toList());
        } finally {
            lock.unlock();
        }
    }

    private TokenBucket bucketOf(NeededPermit permit) {
        return buckets.getOrDefault(permit, TokenBucket.FULL);
    }
}
