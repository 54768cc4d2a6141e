package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PermitResultsTest {

    private static final RateLimit ONE = new RateLimit("one", 1, Duration.ofSeconds(10), 5);
    private static final RateLimit OTHER = new RateLimit("other", 1, Duration.ofSeconds(10), 5);
    private static final PermitResult PLENTY = new PermitResult(ONE, 4, Duration.ofSeconds(10), Duration.ZERO);
    private static final PermitResult SCARCE = new PermitResult(ONE, 1, Duration.ofSeconds(40), Duration.ZERO);
    private static final PermitResult NOTHING = new PermitResult(ONE, 0, Duration.ofSeconds(50), Duration.ofSeconds(3));
    private static final PermitResult LESS = new PermitResult(OTHER, 0, Duration.ofSeconds(50), Duration.ofSeconds(9));

    @Test
    void allLimitsMustGrantAndTheLongestWaitCounts() {
        assertThat(PermitResults.NONE.areGranted()).isTrue();
        assertThat(PermitResults.NONE.untilNext()).isZero();
        assertThat(new PermitResults(List.of(PLENTY, SCARCE)).areGranted()).isTrue();
        assertThat(new PermitResults(List.of(PLENTY, NOTHING, LESS)).areGranted())
                .isFalse();
        assertThat(new PermitResults(List.of(PLENTY, NOTHING, LESS)).untilNext())
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(new PermitResults(List.of(NOTHING)).granted().areGranted()).isTrue();
    }

    @Test
    void tightestResultOfEachLimitIsReported() {
        assertThat(new PermitResults(List.of(PLENTY, LESS, SCARCE)).tightest()).containsExactly(SCARCE, LESS);
        assertThat(new PermitResults(List.of(NOTHING, PLENTY)).tightest()).containsExactly(NOTHING);
        assertThat(PermitResults.of(PLENTY).tightest()).containsExactly(PLENTY);
    }

    @Test
    void resultsAreConcatenated() {
        assertThat(PermitResults.of(PLENTY).and(PermitResults.of(LESS)).all()).containsExactly(PLENTY, LESS);
        assertThat(PermitResults.of(PLENTY).and(PermitResults.NONE).all()).containsExactly(PLENTY);
    }
}
