package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.event.EventLogState.CursorStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EventLogStateTest {

    private static final EventEpoch NOW = new EventEpoch(UUID.fromString("00000000-0000-0000-0000-000000000002"));
    private static final EventEpoch BEFORE = new EventEpoch(UUID.fromString("00000000-0000-0000-0000-000000000001"));

    private final EventLogState from11To20 = new EventLogState(NOW, 11, 20);

    @Test
    void cursorAfterAllDeletedEventsIsGood() {
        assertThat(from11To20.of(cursor(10))).isEqualTo(CursorStatus.GOOD);
        assertThat(from11To20.of(cursor(11))).isEqualTo(CursorStatus.GOOD);
        assertThat(from11To20.of(cursor(20))).isEqualTo(CursorStatus.GOOD);
    }

    @Test
    void cursorBeforeADeletedEventIsExpired() {
        assertThat(from11To20.of(cursor(9))).isEqualTo(CursorStatus.EXPIRED);
        assertThat(from11To20.of(cursor(0))).isEqualTo(CursorStatus.EXPIRED);
    }

    @Test
    void cursorBeyondTheHeadIsInTheFuture() {
        assertThat(from11To20.of(cursor(21))).isEqualTo(CursorStatus.FUTURE);
        assertThat(from11To20.of(cursor(Long.MAX_VALUE))).isEqualTo(CursorStatus.FUTURE);
    }

    @Test
    void cursorOfAnotherEpochIsRejectedWhateverItsNumber() {
        for (long seq : new long[] {0, 10, 20, 21}) {
            assertThat(from11To20.of(new EventCursor(BEFORE, seq))).isEqualTo(CursorStatus.OTHER_EPOCH);
        }
    }

    @Test
    void onlyCursorZeroIsGoodBeforeTheFirstEvent() {
        EventLogState empty = new EventLogState(NOW, 1, 0);

        assertThat(empty.of(cursor(0))).isEqualTo(CursorStatus.GOOD);
        assertThat(empty.of(cursor(1))).isEqualTo(CursorStatus.FUTURE);
    }

    @Test
    void onlyTheEndIsGoodWhenAllEventsAreDeleted() {
        EventLogState forgotten = new EventLogState(NOW, 21, 20);

        assertThat(forgotten.of(cursor(19))).isEqualTo(CursorStatus.EXPIRED);
        assertThat(forgotten.of(cursor(20))).isEqualTo(CursorStatus.GOOD);
        assertThat(forgotten.of(cursor(21))).isEqualTo(CursorStatus.FUTURE);
    }

    @Test
    void theEndIsAlwaysGood() {
        assertThat(from11To20.end()).isEqualTo(cursor(20));
        assertThat(from11To20.of(from11To20.end())).isEqualTo(CursorStatus.GOOD);
    }

    @Test
    void inconsistentStateIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventLogState(NOW, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventLogState(NOW, 0, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventLogState(NOW, 22, 20));
    }

    @Test
    void negativeCursorIsRejected() {
        assertThat(cursor(0).seq()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> cursor(-1));
    }

    private static EventCursor cursor(long seq) {
        return new EventCursor(NOW, seq);
    }
}
