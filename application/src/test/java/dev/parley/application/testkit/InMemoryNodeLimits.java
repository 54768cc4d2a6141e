package dev.parley.application.testkit;

import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.TokenBucket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers everybody: a test ends before it could matter. */
public final class InMemoryNodeLimits implements NodeLimits {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Claim, TokenBucket> buckets = new HashMap<>();

    public InMemoryNodeLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Quota claim(Claim claim) {
        lock.lock();
        try {
            Instant now = clock.instant();
            TokenBucket bucket = buckets.getOrDefault(claim, TokenBucket.FULL);
            Quota found = bucket.look(claim.limit(), now);
            if (!found.isGranted()) {
                return found;
            }
            TokenBucket taken = bucket.take(claim.limit(), now);
            buckets.put(claim, taken);
            return taken.look(claim.limit(), now).granted();
        } finally {
            lock.unlock();
        }
    }
}
