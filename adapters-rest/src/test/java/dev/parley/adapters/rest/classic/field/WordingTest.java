package dev.parley.adapters.rest.classic.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordingTest {

    private static final String ILLEGAL =
            "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.";
    private static final String NUL = "Null characters are not allowed.";
    private static final String SURROGATE = "Surrogate characters are not allowed: U+DABC.";

    @Test
    void allFlawsOfANameAreReported() {
        assertThat(Wording.ofUsername("bob", false)).isEmpty();
        assertThat(Wording.ofUsername("bob", true)).containsExactly("A user with that username already exists.");
        assertThat(Wording.ofUsername("a b\0\uDABC" + "c".repeat(150), true))
                .containsExactly(
                        ILLEGAL,
                        "A user with that username already exists.",
                        "Ensure this field has no more than 150 characters.",
                        NUL,
                        SURROGATE);
    }

    @Test
    void allFlawsOfAPasswordAreReported() {
        assertThat(Wording.ofNewPassword("specialPassword")).isEmpty();
        assertThat(Wording.ofNewPassword("\uDABC\uD800 \0"))
                .containsExactly("Ensure this field has at least 8 characters.", NUL, SURROGATE);
        assertThat(Wording.ofNewPassword("👋".repeat(129)))
                .containsExactly("Ensure this field has no more than 128 characters.");
        assertThat(Wording.ofNewPassword("👋".repeat(128))).isEmpty();
    }

    @Test
    void allFlawsOfAContentAreReported() {
        assertThat(Wording.ofContent("👋".repeat(65_536))).isEmpty();
        assertThat(Wording.ofContent("x".repeat(65_537) + "\0\uDABC"))
                .containsExactly("Ensure this field has no more than 65536 characters.", NUL, SURROGATE);
        assertThat(Wording.ofContent(" ")).containsExactly("This field may not be blank.");
    }
}
