package dev.parley.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.user.Password.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PasswordTest {

    @Test
    void anythingFrom8To128CodePointsWillDo() {
        assertThat(List.of(
                        "12345678", "        ", "🔑".repeat(8), "🔑".repeat(128), "a".repeat(128), "\u0001".repeat(8)))
                .allSatisfy(text -> assertThat(new Password(text).flaws()).isEmpty());
    }

    @Test
    void aShortOneIsTooShort() {
        assertThat(List.of("", "1234567", "🔑".repeat(7)))
                .allSatisfy(text -> assertThat(new Password(text).flaws()).containsExactly(Flaw.TOO_SHORT));
    }

    @Test
    void aLongOneIsTooLong() {
        assertThat(new Password("🔑".repeat(129)).flaws()).containsExactly(Flaw.TOO_LONG);
        assertThat(new Password("🔑".repeat(129)).isTooLong()).isTrue();
        assertThat(new Password("🔑".repeat(128)).isTooLong()).isFalse();
    }

    @Test
    void whatNoClientCanTypeIsAFlaw() {
        assertThat(new Password("12345678\0").flaws()).containsExactly(Flaw.NUL);
        assertThat(new Password("12345678\uD83D").flaws()).containsExactly(Flaw.LONE_SURROGATE);
    }

    @Test
    void everyFlawIsToldInOrder() {
        assertThat(new Password("\uD83D\0").flaws()).containsExactly(Flaw.TOO_SHORT, Flaw.NUL, Flaw.LONE_SURROGATE);
        assertThat(new Password("\0\uD83D" + "a".repeat(127)).flaws())
                .containsExactly(Flaw.TOO_LONG, Flaw.NUL, Flaw.LONE_SURROGATE);
    }

    @Test
    void nothingIsTrimmed() {
        assertThat(new Password(" 12345678 ").value()).isEqualTo(" 12345678 ");
    }

    @Test
    void neitherAPasswordNorItsHashShowsItself() {
        assertThat(new Password("12345678")).hasToString("Password[redacted]");
        assertThat(new PasswordHash("$argon2id$v=19$secret")).hasToString("PasswordHash[redacted]");
    }

    @Test
    void aHashIsNotBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(" "));
        assertThat(new PasswordHash("$").value()).isEqualTo("$");
    }
}
