package dev.parley.adapters.rest.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT1.001S, 2", "PT59.5S, 60"})
    void waitIsRoundedUpToAtLeastOneSecond(Duration wait, long seconds) {
        assertThat(RetryAfter.seconds(wait)).isEqualTo(seconds);
    }
}
