package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageLimitTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void limitFromOneToTheMaximumIsAccepted(int limit) {
        assertThatCode(() -> PageLimit.require(limit, 10)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 11, Integer.MAX_VALUE})
    void anyOtherLimitIsRefused(int limit) {
        assertThatThrownBy(() -> PageLimit.require(limit, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be 1 to 10, was " + limit);
    }
}
