package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitTest {

    @ParameterizedTest
    @CsvSource({
        "10, PT1S, 30, PT0.1S, PT3S",
        "5, PT1H, 5, PT12M, PT1H",
        "1000000, PT0.001S, 1, PT0.000000001S, PT0.000000001S"
    })
    void permitsAreRegainedEvenly(int rate, Duration per, int burst, Duration interval, Duration fillTime) {
        RateLimit limit = new RateLimit("some", rate, per, burst);

        assertThat(limit.interval()).isEqualTo(interval);
        assertThat(limit.fillTime()).isEqualTo(fillTime);
    }

    @ParameterizedTest
    @CsvSource({
        "some, 0, PT1S, 1",
        "some, 1, PT1S, 0",
        "some, 1000001, PT1S, 1",
        "some, 1, PT1S, 1000001",
        "some, 1, PT0.0009S, 1",
        "some, 1, PT24H0.1S, 1",
        "Some, 1, PT1S, 1",
        "so\"me, 1, PT1S, 1",
        "'', 1, PT1S, 1"
    })
    void invalidLimitIsRejected(String name, int rate, Duration per, int burst) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(name, rate, per, burst));
    }

    @Test
    void multipliedLimitIsCapped() {
        assertThat(new RateLimit("some", 10, Duration.ofSeconds(1), 200_000).times(8))
                .isEqualTo(new RateLimit("some", 80, Duration.ofSeconds(1), 1_000_000));
    }

    @Test
    void eachKindOfRequestHasItsRate() {
        RateLimit reads = new RateLimit("reads", 1, Duration.ofSeconds(1), 1);
        RateLimit sends = new RateLimit("sends", 1, Duration.ofSeconds(1), 1);
        RateLimit writes = new RateLimit("writes", 1, Duration.ofSeconds(1), 1);
        RateLimit entries = new RateLimit("entries", 1, Duration.ofSeconds(1), 1);
        RequestRates rates = new RequestRates(reads, sends, writes, entries);

        assertThat(RequestKind.values()).extracting(rates::of).containsExactly(reads, sends, writes, entries);
    }
}
