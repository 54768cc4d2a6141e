package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ClockSkewTest {

    private static final Instant BEFORE = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant AFTER = BEFORE.plusSeconds(8);

    @Test
    void timeDuringTheQueryHasNoSkew() {
        for (Instant database : new Instant[] {BEFORE, BEFORE.plusSeconds(3), AFTER}) {
            assertThat(ClockSkew.of(BEFORE, database, AFTER).ahead()).isZero();
        }
    }

    @Test
    void skewIsPositiveForANodeAheadAndNegativeForANodeBehind() {
        assertThat(ClockSkew.of(BEFORE, BEFORE.minusSeconds(5), AFTER).ahead()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ClockSkew.of(BEFORE, AFTER.plusSeconds(5), AFTER).ahead()).isEqualTo(Duration.ofSeconds(-5));
    }

    @Test
    void skewAboveOneMinuteIsNotTolerable() {
        for (int sign : new int[] {-1, 1}) {
            Duration minute = ClockSkew.TOLERANCE.multipliedBy(sign);
            assertThat(new ClockSkew(BEFORE.plus(minute), BEFORE).isTolerable()).isTrue();
            assertThat(new ClockSkew(BEFORE.plus(minute).plusMillis(sign), BEFORE).isTolerable())
                    .isFalse();
        }
    }

    @Test
    void textHasBothTimes() {
        assertThat(new ClockSkew(AFTER, BEFORE).text())
                .isEqualTo("the clock of this node says 2026-11-22T10:00:08Z, the clock of the database"
                        + " 2026-11-22T10:00:00Z");
    }
}
