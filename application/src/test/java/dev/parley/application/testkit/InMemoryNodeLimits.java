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
    public PermitResult claim(NeededPermit claim) {
        return claim(List.of(claim)).all().getFirst();
    }

    @Override
    public PermitResults claim(List<NeededPermit> claims) {
        lock.lock();
        try {
            PermitResults found = look(claims);
            if (!found.areGranted()) {
                return found;
            }
            Instant now = clock.instant();
            claims.forEach(claim -> buckets.put(claim, bucketOf(claim).take(claim.limit(), now)));
            return look(claims).granted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PermitResults look(List<NeededPermit> claims) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return new PermitResults(claims.stream()
                    .map(claim -> bucketOf(claim).look(claim.limit(), now))
                    .toList());
        } finally {
            lock.unlock();
        }
    }

    private TokenBucket bucketOf(NeededPermit claim) {
        return buckets.getOrDefault(claim, TokenBucket.FULL);
    }
}
