package dev.parley.adapters.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonBodiesTest {

    private static final JsonBodies BODIES = new JsonBodies(
            Body.class, JsonMapper.builder(JsonBodies.plain()).build().writer());

    private sealed interface Body {}

    private record Text(String text) implements Body {}

    private record Broken(Object unknown) implements Body {}

    @Test
    void onlyOwnBodiesAreIncluded() {
        assertThat(BODIES.include(new Text("x"))).isTrue();
        assertThat(BODIES.include("x")).isFalse();
    }

    @Test
    void onlyLineSeparatorsAreEscaped() {
        assertThat(new String(BODIES.write(new Text("ş👋\u2028\u0001")), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"ş👋\\u2028\\u0001\"}");
    }

    @Test
    void failedWriteHasNoOutput() {
        assertThatThrownBy(() -> BODIES.write(new Broken(new Object())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write a Body as JSON");
    }
}
