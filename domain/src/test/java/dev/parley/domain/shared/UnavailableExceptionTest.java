package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UnavailableExceptionTest {

    @Test
    void exceptionNamesTheDependencyAndTheRetryTime() {
        IllegalStateException cause = new IllegalStateException();

        UnavailableException plain = new UnavailableException(Dependency.PASSWORD_HASHING);
        UnavailableException caused = new UnavailableException(Dependency.STATE_STORE, cause);

        assertThat(plain).hasMessage("PASSWORD_HASHING is unavailable").hasNoCause();
        assertThat(plain.dependency()).isEqualTo(Dependency.PASSWORD_HASHING);
        assertThat(plain.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(caused).hasMessage("STATE_STORE is unavailable").hasCause(cause);
        assertThat(caused.dependency()).isEqualTo(Dependency.STATE_STORE);
        assertThat(caused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }
}
