package dev.parley.adapters.rest.v1.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonValueTest {

    @Test
    void toStringHidesTheText() {
        assertThat(new JsonValue.Text("secret")).hasToString("Text[redacted]");
    }
}
