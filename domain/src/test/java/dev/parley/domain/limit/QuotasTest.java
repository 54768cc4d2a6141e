package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuotasTest {

    private static final RateLimit ONE = new RateLimit("one", 1, Duration.ofSeconds(10), 5);
    private static final RateLimit OTHER = new RateLimit("other", 1, Duration.ofSeconds(10), 5);
    private static final Quota PLENTY = new Quota(ONE, 4, Duration.ofSeconds(10), Duration.ZERO);
    private static final Quota SCARCE = new Quota(ONE, 1, Duration.ofSeconds(40), Duration.ZERO);
    private static final Quota NOTHING = new Quota(ONE, 0, Duration.ofSeconds(50), Duration.ofSeconds(3));
    private static final Quota LESS = new Quota(OTHER, 0, Duration.ofSeconds(50), Duration.ofSeconds(9));

    @Test
    void allLimitsMustGrantAndTheLongestWaitCounts() {
        assertThat(Quotas.NONE.areGranted()).isTrue();
        assertThat(Quotas.NONE.untilNext()).isZero();
        assertThat(new Quotas(List.of(PLENTY, SCARCE)).areGranted()).isTrue();
        assertThat(new Quotas(List.of(PLENTY, NOTHING, LESS)).areGranted()).isFalse();
        assertThat(new Quotas(List.of(PLENTY, NOTHING, LESS)).untilNext()).isEqualTo(Duration.ofSeconds(9));
        assertThat(new Quotas(List.of(NOTHING)).granted().areGranted()).isTrue();
    }

    @Test
    void tightestResultOfEachLimitIsReported() {
        assertThat(new Quotas(List.of(PLENTY, LESS, SCARCE)).tightest()).containsExactly(SCARCE, LESS);
        assertThat(new Quotas(List.of(NOTHING, PLENTY)).tightest()).containsExactly(NOTHING);
        assertThat(Quotas.of(PLENTY).tightest()).containsExactly(PLENTY);
    }

    @Test
    void resultsAreConcatenated() {
        assertThat(Quotas.of(PLENTY).and(Quotas.of(LESS)).all()).containsExactly(PLENTY, LESS);
        assertThat(Quotas.of(PLENTY).and(Quotas.NONE).all()).containsExactly(PLENTY);
    }
}
