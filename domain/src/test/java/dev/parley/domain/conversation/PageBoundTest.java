package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageBoundTest {

    private static final long MIN = PageBound.MIN_BYTES;

    @Test
    void aPageHasNoMoreItemsThanAskedFor() {
        assertThat(cut(PageBound.of(2), 1, 1, 1)).containsExactly(1L, 1L);
        assertThat(cut(PageBound.of(3), 1, 1, 1)).containsExactly(1L, 1L, 1L);
        assertThat(cut(PageBound.of(0), 1)).isEmpty();
        assertThat(cut(PageBound.of(1))).isEmpty();
    }

    @Test
    void aPageHasNoMoreBytesThanThereIsRoomFor() {
        PageBound bound = new PageBound(10, MIN + 10);

        assertThat(cut(bound, MIN, 10, 0, 1)).containsExactly(MIN, 10L, 0L);
        assertThat(cut(bound, MIN, 11, 0)).containsExactly(MIN);
        assertThat(cut(bound, 11, MIN, 1)).containsExactly(11L);
    }

    @Test
    void theLargestContentFitsIntoTheSmallestPage() {
        MessageContent largest = new MessageContent("🙂".repeat(MessageContent.MAX_LENGTH));

        assertThat(largest.bytes()).isEqualTo(MIN);
        assertThat(cut(new PageBound(1, MIN), largest.bytes())).hasSize(1);
    }

    @Test
    void whatIsNoBoundCannotBeMade() {
        for (int items : new int[] {-1, PageBound.MAX_ITEMS + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> PageBound.of(items));
        }
        for (long bytes : new long[] {MIN - 1, PageBound.MAX_BYTES + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PageBound(1, bytes));
        }
    }

    private static List<Long> cut(PageBound bound, long... sizes) {
        return bound.cut(Arrays.stream(sizes).boxed().toList(), size -> size);
    }
}
