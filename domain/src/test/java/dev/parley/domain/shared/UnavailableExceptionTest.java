package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UnavailableExceptionTest {

    @Test
    void exceptionNamesTheDependencyAndTheRetryTime() {
        IllegalStateException cause = new IllegalStateException();

        UnavailableException plain = new UnavailableException(Dependency.LOG_STORE, Duration.ofSeconds(2));
        UnavailableException caused = new UnavailableException(Dependency.STATE_STORE, Duration.ofSeconds(3), cause);

        assertThat(plain).hasMessage("LOG_STORE is unavailable").hasNoCause();
        assertThat(plain.dependency()).isEqualTo(Dependency.LOG_STORE);
        assertThat(plain.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(caused).hasMessage("STATE_STORE is unavailable").hasCause(cause);
        assertThat(caused.dependency()).isEqualTo(Dependency.STATE_STORE);
        assertThat(caused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }
}
