package dev.parley.adapters.rest.v1.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MessageResponseTest {

    @Test
    void toStringHidesTheContent() {
        assertThat(new MessageResponse("7", "ann", "bea", "a secret", Instant.EPOCH, "sent"))
                .hasToString("MessageResponse[7]");
    }
}
