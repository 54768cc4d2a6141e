package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final BackOff BACK_OFF =
            new BackOff(4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"0, PT0S", "4, PT0S", "5, PT30S", "6, PT1M", "9, PT8M", "10, PT15M", "50, PT15M", "2147483647, PT15M"})
    void theWaitDoublesUpToTheLongest(int failures, Duration wait) {
        assertThat(BACK_OFF.untilNext(new FailureStreak(failures, NOW), NOW)).isEqualTo(wait);
    }

    @Test
    void itEndsByItself() {
        FailureStreak streak = new FailureStreak(5, NOW);

        assertThat(BACK_OFF.untilNext(streak, NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACK_OFF.untilNext(streak, NOW.plusSeconds(30))).isZero();
        assertThat(BACK_OFF.untilNext(streak, NOW.plusSeconds(31))).isZero();
    }

    @Test
    void aStreakIsForgotten() {
        BackOff longerThanItsMemory =
                new BackOff(0, Duration.ofSeconds(59), Duration.ofSeconds(59), Duration.ofSeconds(60));
        FailureStreak streak = new FailureStreak(100, NOW);

        assertThat(longerThanItsMemory.untilNext(streak, NOW.plusSeconds(61))).isZero();
        assertThat(longerThanItsMemory.forgottenBefore(NOW)).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void nobodyWaitsLongerBecauseAClockWasAhead() {
        assertThat(BACK_OFF.untilNext(new FailureStreak(5, NOW.plusSeconds(3600)), NOW))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatDoesNotGrowIsNone() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(-1, second, second, second.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, Duration.ZERO, second, second.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, second, second.minusNanos(1), second.plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(0, second, second, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureStreak(-1, NOW));
    }
}
