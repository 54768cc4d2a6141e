package dev.parley.adapters.rest.v1.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LoginResponseTest {

    @Test
    void toStringHidesTheToken() {
        assertThat(new LoginResponse("7", "secret", Instant.EPOCH)).hasToString("LoginResponse[7]");
    }
}
