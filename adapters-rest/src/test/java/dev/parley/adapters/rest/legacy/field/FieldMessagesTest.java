package dev.parley.adapters.rest.legacy.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FieldMessagesTest {

    private static final String ILLEGAL =
            "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.";
    private static final String NUL = "Null characters are not allowed.";
    private static final String SURROGATE = "Surrogate characters are not allowed: U+DABC.";

    @Test
    void allFlawsOfANameAreReported() {
        assertThat(FieldMessages.ofUsername("bob", false)).isEmpty();
        assertThat(FieldMessages.ofUsername("bob", true)).containsExactly("A user with that username already exists.");
        assertThat(FieldMessages.ofUsername("a b\0\uDABC" + "c".repeat(150), true))
                .containsExactly(
                        ILLEGAL,
                        "A user with that username already exists.",
                        "Ensure this field has no more than 150 characters.",
                        NUL,
                        SURROGATE);
    }

    @Test
    void allFlawsOfAPasswordAreReported() {
        assertThat(FieldMessages.ofNewPassword("specialPassword")).isEmpty();
        assertThat(FieldMessages.ofNewPassword("\uDABC\uD800 \0"))
                .containsExactly("Ensure this field has at least 8 characters.", NUL, SURROGATE);
        assertThat(FieldMessages.ofNewPassword("👋".repeat(129)))
                .containsExactly("Ensure this field has no more than 128 characters.");
        assertThat(FieldMessages.ofNewPassword("👋".repeat(128))).isEmpty();
    }

    @Test
    void allFlawsOfAContentAreReported() {
        assertThat(FieldMessages.ofContent("👋".repeat(65_536))).isEmpty();
        assertThat(FieldMessages.ofContent("x".repeat(65_537) + "\0\uDABC"))
                .containsExactly("Ensure this field has no more than 65536 characters.", NUL, SURROGATE);
        assertThat(FieldMessages.ofContent(" ")).containsExactly("This field may not be blank.");
    }
}
