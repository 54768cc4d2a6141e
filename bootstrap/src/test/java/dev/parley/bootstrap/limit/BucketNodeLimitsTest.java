package dev.parley.bootstrap.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.testkit.contract.NodeLimitsContract;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BucketNodeLimitsTest extends NodeLimitsContract {

    private static final RateLimit HOURLY = new RateLimit("hourly", 5, Duration.ofHours(1), 5);
    private static final int MOST = 1000;

    /** Near the maximum of a long, where nanoTime may start. */
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());

    @Override
    protected NodeLimits open() {
        return new BucketNodeLimits(nanos::get, MOST);
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void singleRequestsOfManyClientsLeaveNoBuckets() {
        BucketNodeLimits limits = new BucketNodeLimits(nanos::get, MOST);

        for (int client = 0; client < 20 * MOST; client++) {
            limits.take(new NeededPermit(HOURLY, LimitKey.ofUser(client)));
        }

        assertThat(limits.size()).isBetween(1L, (long) MOST);
    }

    @Test
    void fullBucketIsRemoved() {
        BucketNodeLimits limits = new BucketNodeLimits(nanos::get, MOST);
        limits.take(new NeededPermit(HOURLY, LimitKey.ofUser(1)));

        pass(Duration.ofMinutes(59));
        long before = limits.size();
        pass(Duration.ofMinutes(2));

        assertThat(before).isEqualTo(1);
        assertThat(limits.size()).isZero();
    }

    @Test
    void refusalByOneBucketCreatesNoOther() {
        BucketNodeLimits limits = new BucketNodeLimits(nanos::get, MOST);
        NeededPermit site = new NeededPermit(HOURLY, LimitKey.ofUser(0));
        for (int taken = 0; taken < HOURLY.burst(); taken++) {
            limits.take(site);
        }

        for (int network = 1; network < 100; network++) {
            assertThat(limits.take(List.of(new NeededPermit(HOURLY, LimitKey.ofUser(network)), site))
                            .areGranted())
                    .isFalse();
        }

        assertThat(limits.size()).isEqualTo(1);
    }
}
