package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HexTest {

    @Test
    void textOfExactlyThatManyDigitsIsHex() {
        assertThat(Hex.isOf(16, "0123456789abcdef")).isTrue();
        assertThat(Hex.isOf(0, "")).isTrue();
        assertThat(Hex.isOf(15, "0123456789abcdef")).isFalse();
        assertThat(Hex.isOf(17, "0123456789abcdef")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ":", "`", "g", "A", "F", " ", "\u0660", "\uff11", "\n"})
    void otherCharactersAreNotHex(String one) {
        assertThat(Hex.isOf(3, "0" + one + "f")).isFalse();
        assertThat(Hex.isOf(3, "0f" + one)).isFalse();
    }
}
