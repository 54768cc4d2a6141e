package dev.parley.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PropertyTest {

    @Test
    void everyCaseRuns() {
        AtomicInteger tried = new AtomicInteger();

        Property.holds(5, random -> tried.incrementAndGet());

        assertThat(tried).hasValueGreaterThanOrEqualTo(1).hasValueLessThanOrEqualTo(5);
    }

    @Test
    void aFailureNamesTheSeedAndTheCommandThatRepeatsIt() {
        IllegalStateException planned = new IllegalStateException("planned");
        String wanted = Objects.requireNonNullElse(System.getProperty("parley.seed"), "42");

        assertThatThrownBy(() -> Property.holdsFrom(42, random -> {
                    throw planned;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("does not hold with seed " + wanted + """
                        ; repeat it with
                        ./parley verify -pl domain -am \
                        '-Dtest=dev.parley.domain.testkit.PropertyTest#aFailureNamesTheSeedAndTheCommandThatRepeatsIt' \
                        -Dparley.seed=%s
                        java.lang.IllegalStateException: planned""", wanted)
                .hasCause(planned);
    }

    @Test
    void seedOfAFailureRepeatsItsCase() {
        AtomicLong failing = new AtomicLong();
        String message = String.valueOf(catchThrowable(() -> Property.holds(3, random -> {
            failing.set(random.nextLong());
            throw new AssertionError("planned");
        })));
        long seed = Long.parseLong(message.replaceAll("(?s).*-Dparley.seed=(-?\\d+).*", "$1"));

        Property.holdsFrom(seed, random -> assertThat(random.nextLong()).isEqualTo(failing.get()));
    }
}
