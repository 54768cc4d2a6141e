package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefundsTest {

    private final AtomicInteger givenBack = new AtomicInteger();

    @Test
    void resultOfTheAttemptIsReturned() {
        assertThat(Refunds.made(() -> "something", givenBack::incrementAndGet)).isEqualTo("something");
        assertThat(givenBack).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD_HASHING, 1", "STATE_STORE, 0"})
    void onlyUnavailablePasswordHashingRefunds(Dependency away, int times) {
        UnavailableException outage = new UnavailableException(away);

        assertThatThrownBy(() -> Refunds.made(
                        () -> {
                            throw outage;
                        },
                        givenBack::incrementAndGet))
                .isSameAs(outage);
        assertThat(givenBack).hasValue(times);
    }
}
