package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestProcessorsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "64, 32"})
    void aDatabaseOnTheSameMachineGetsHalf(int available, int forRequests) {
        assertThat(RequestProcessors.of(true, 24, available)).hasValue(forRequests);
    }

    @Test
    void requestsHaveAllWhenItIsElsewhere() {
        assertThat(RequestProcessors.of(false, 25, 8)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void anOlderJavaNeedsSpareOnesForWhatHoldsAMonitor() {
        assertThat(RequestProcessors.of(true, 23, 8)).isEqualTo(OptionalInt.empty());
    }
}
