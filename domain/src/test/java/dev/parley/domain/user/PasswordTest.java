package dev.parley.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.user.Password.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PasswordTest {

    @Test
    void passwordOf8To128CodePointsIsValid() {
        assertThat(List.of(
                        "12345678", "       .", "🔑".repeat(8), "🔑".repeat(128), "a".repeat(128), "\u0001".repeat(8)))
                .allSatisfy(text -> assertThat(new Password(text).flaws()).isEmpty());
    }

    @Test
    void shortPasswordIsTooShort() {
        assertThat(List.of("1", "1234567", "🔑".repeat(7), "a\u0308".repeat(7)))
                .allSatisfy(text -> assertThat(new Password(text).flaws()).containsExactly(Flaw.TOO_SHORT));
    }

    @Test
    void onlyWhiteSpaceIsBlankWhateverItsLength() {
        assertThat(List.of("", " ", "        ", "\u3000\u00A0\t\u0085\u2028", " ".repeat(129)))
                .allSatisfy(text -> assertThat(new Password(text).flaws()).containsExactly(Flaw.BLANK));
        assertThat(new Password("\u200B".repeat(8)).flaws()).isEmpty();
    }

    @Test
    void theLengthIsThatOfTheComposedForm() {
        assertThat(new Password("a\u0308".repeat(128)).flaws()).isEmpty();
        assertThat(new Password("a\u0308".repeat(129)).flaws()).containsExactly(Flaw.TOO_LONG);
        assertThat(new Password("a\u0308".repeat(128)).isTooLong()).isFalse();
    }

    /** Its hash may be older than the normalisation of passwords. */
    @Test
    void passwordTooLongOnlyWhenComposedIsStillVerified() {
        Password expanding = new Password("\u0958".repeat(65));

        assertThat(expanding.flaws()).containsExactly(Flaw.TOO_LONG);
        assertThat(expanding.isTooLong()).isFalse();
    }

    @Test
    void differentlyComposedPasswordsAreEqual() {
        Password composed = new Password("p\u00E4ssw\u00F6rd123");
        Password decomposed = new Password("pa\u0308sswo\u0308rd123");

        assertThat(decomposed.normalised()).isEqualTo(composed);
        assertThat(decomposed.forms()).containsExactly(composed, decomposed);
        assertThat(composed.forms()).containsExactly(composed);
    }

    /** RFC 8265, 4.2.2: spaces are mapped, width and case are not, and nothing is trimmed. */
    @Test
    void spacesAreMappedAndCompatibilityCharactersAreNot() {
        assertThat(new Password("\u00A0a\u3000b\u2003").normalised().value()).isEqualTo(" a b ");
        assertThat(new Password("\uFF21\uFB01\t\u200B").normalised().value()).isEqualTo("\uFF21\uFB01\t\u200B");
    }

    @Test
    void passwordTooLongInEveryFormIsNotNormalised() {
        String marks = "a" + "\u0316\u0301".repeat(500_000);

        assertThat(new Password(marks).normalised().value()).isEqualTo(marks);
        assertThat(new Password(marks).isTooLong()).isTrue();
    }

    @Test
    void longPasswordIsTooLong() {
        assertThat(new Password("🔑".repeat(129)).flaws()).containsExactly(Flaw.TOO_LONG);
        assertThat(new Password("🔑".repeat(129)).isTooLong()).isTrue();
        assertThat(new Password("🔑".repeat(128)).isTooLong()).isFalse();
    }

    @Test
    void nulAndLoneSurrogateAreFlaws() {
        assertThat(new Password("12345678\0").flaws()).containsExactly(Flaw.NUL);
        assertThat(new Password("12345678\uD83D").flaws()).containsExactly(Flaw.LONE_SURROGATE);
    }

    @Test
    void allFlawsAreReportedInOrder() {
        assertThat(new Password("\uD83D\0").flaws()).containsExactly(Flaw.TOO_SHORT, Flaw.NUL, Flaw.LONE_SURROGATE);
        assertThat(new Password("\0\uD83D" + "a".repeat(127)).flaws())
                .containsExactly(Flaw.TOO_LONG, Flaw.NUL, Flaw.LONE_SURROGATE);
    }

    @Test
    void nothingIsTrimmed() {
        assertThat(new Password(" 12345678 ").value()).isEqualTo(" 12345678 ");
    }

    @Test
    void toStringOfPasswordAndHashIsRedacted() {
        assertThat(new Password("12345678")).hasToString("Password[redacted]");
        assertThat(new PasswordHash("$argon2id$v=19$secret")).hasToString("PasswordHash[redacted]");
    }

    @Test
    void blankHashIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(" "));
        assertThat(new PasswordHash("$").value()).isEqualTo("$");
    }
}
