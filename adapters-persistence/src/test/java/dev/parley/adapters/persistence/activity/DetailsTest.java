package dev.parley.adapters.persistence.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DetailsTest {

    @Test
    void detailsAreReadAsTheyWereWritten() {
        Map<String, String> details = Map.of("a \"name\"", "line\nbreak \\ ı 🙂", "b", "");

        assertThat(Details.read(Details.write(details))).isEqualTo(details);
        assertThat(Details.write(Map.of())).isEqualTo("{}");
    }

    @Test
    void malformedDetailsThrow() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Details.read("[1]"));
    }
}
