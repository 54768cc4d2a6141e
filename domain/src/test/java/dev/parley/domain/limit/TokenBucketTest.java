package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final RateLimit LIMIT = new RateLimit("sends", 10, Duration.ofSeconds(1), 30);

    @Test
    void fullBucketHoldsTheBurst() {
        assertThat(TokenBucket.FULL.look(LIMIT, NOW))
                .isEqualTo(new PermitResult(LIMIT, 30, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void eachPermitIsRegainedInOneInterval() {
        TokenBucket bucket = taken(TokenBucket.FULL, 30);

        assertThat(bucket.look(LIMIT, NOW))
                .isEqualTo(new PermitResult(LIMIT, 0, Duration.ofSeconds(3), Duration.ofMillis(100)));
        assertThat(bucket.look(LIMIT, NOW.plusMillis(99)).isGranted()).isFalse();
        assertThat(bucket.look(LIMIT, NOW.plusMillis(100)).remaining()).isEqualTo(1);
        assertThat(bucket.look(LIMIT, NOW.plusMillis(250)))
                .isEqualTo(new PermitResult(LIMIT, 2, Duration.ofMillis(2750), Duration.ZERO));
        assertThat(bucket.look(LIMIT, NOW.plusSeconds(3600)).remaining()).isEqualTo(30);
    }

    @Test
    void anyPeriodGrantsAtMostTheBurstAndTheRegainedPermits() {
        TokenBucket bucket = TokenBucket.FULL;
        int granted = 0;
        for (int millis = 0; millis < 10_000; millis += 7) {
            Instant now = NOW.plusMillis(millis);
            if (bucket.look(LIMIT, now).isGranted()) {
                bucket = bucket.take(LIMIT, now);
                granted++;
            }
        }

        assertThat(granted).isEqualTo(30 + 99);
    }

    @Test
    void refundedPermitIsAvailableUpToTheBurst() {
        TokenBucket bucket = taken(TokenBucket.FULL, 2);

        assertThat(bucket.refund(LIMIT, NOW).look(LIMIT, NOW).remaining()).isEqualTo(29);
        assertThat(TokenBucket.FULL.refund(LIMIT, NOW).look(LIMIT, NOW).remaining())
                .isEqualTo(30);
    }

    @Test
    void timeTooFarAheadCountsAsAnEmptyBucket() {
        TokenBucket ahead = new TokenBucket(NOW.plus(Duration.ofDays(1)));

        assertThat(ahead.look(LIMIT, NOW))
                .isEqualTo(new PermitResult(LIMIT, 0, Duration.ofSeconds(3), Duration.ofMillis(100)));
    }

    private static TokenBucket taken(TokenBucket bucket, int units) {
        TokenBucket left = bucket;
        for (int unit = 0; unit < units; unit++) {
            left = left.take(LIMIT, NOW);
        }
        return left;
    }
}
