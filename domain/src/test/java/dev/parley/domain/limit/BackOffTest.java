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
        assertThat(untilNext(BACK_OFF, new FailureStreak(failures, NOW), NOW)).isEqualTo(wait);
    }

    @Test
    void waitEndsWithTime() {
        FailureStreak streak = new FailureStreak(5, NOW);

        assertThat(untilNext(BACK_OFF, streak, NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
        assertThat(untilNext(BACK_OFF, streak, NOW.plusSeconds(30))).isZero();
        assertThat(untilNext(BACK_OFF, streak, NOW.plusSeconds(31))).isZero();
    }

    @Test
    void streakExpires() {
        BackOff longerThanItsMemory =
                new BackOff(0, Duration.ofSeconds(59), Duration.ofSeconds(59), Duration.ofSeconds(60));
        FailureStreak streak = new FailureStreak(100, NOW);

        assertThat(untilNext(longerThanItsMemory, streak, NOW.plusSeconds(61))).isZero();
        assertThat(longerThanItsMemory.forgottenBefore(NOW)).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void clockAheadDoesNotProlongTheWait() {
        assertThat(untilNext(BACK_OFF, new FailureStreak(5, NOW.plusSeconds(3600)), NOW))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void limitDuringAWaitIsOneAttemptPerWait() {
        PermitResult hold =
                BACK_OFF.hold(new FailureStreak(6, NOW), NOW.plusSeconds(15)).orElseThrow();

        RateLimit one = new RateLimit("failed-logins", 1, Duration.ofMinutes(1), 1);
        assertThat(hold).isEqualTo(new PermitResult(one, 0, Duration.ofSeconds(45), Duration.ofSeconds(45)));
        assertThat(hold.isGranted()).isFalse();
    }

    @Test
    void failuresAddUp() {
        FailureStreak one = BACK_OFF.failed(FailureStreak.NONE, NOW);
        FailureStreak two = BACK_OFF.failed(one, NOW.plusSeconds(3600));

        assertThat(one).isEqualTo(new FailureStreak(1, NOW));
        assertThat(two).isEqualTo(new FailureStreak(2, NOW.plusSeconds(3600)));
    }

    @Test
    void expiredStreakRestarts() {
        Instant later = NOW.plusSeconds(3600).plusNanos(1);

        assertThat(BACK_OFF.failed(new FailureStreak(9, NOW), later)).isEqualTo(new FailureStreak(1, later));
    }

    @Test
    void countStopsAtItsMaximum() {
        assertThat(BACK_OFF.failed(new FailureStreak(1_000_000, NOW), NOW).count())
                .isEqualTo(1_000_000);
    }

    private static Duration untilNext(BackOff backOff, FailureStreak streak, Instant now) {
        return backOff.hold(streak, now).map(PermitResult::untilNext).orElse(Duration.ZERO);
    }

    @Test
    void invalidBackOffIsRejected() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(-1, second, second, second.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, Duration.ZERO, second, second.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, second, second.minusNanos(1), second.plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(0, second, second, second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, Duration.ofNanos(999_999), second, second.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(0, second, Duration.ofDays(1).plusNanos(1), Duration.ofDays(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureStreak(-1, NOW));
    }
}
