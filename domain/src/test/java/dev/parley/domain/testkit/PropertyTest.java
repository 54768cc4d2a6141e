package dev.parley.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PropertyTest {

    @Test
    void everyCaseIsTried() {
        AtomicInteger tried = new AtomicInteger();

        Property.holds(5, random -> tried.incrementAndGet());

        assertThat(tried).hasValueGreaterThanOrEqualTo(1).hasValueLessThanOrEqualTo(5);
    }

    @Test
    void aFailureNamesTheSeedThatRepeatsIt() {
        IllegalStateException planned = new IllegalStateException("planned");

        assertThatThrownBy(() -> Property.holds(1, random -> {
                    throw planned;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dparley.seed=")
                .hasCause(planned);
    }
}
