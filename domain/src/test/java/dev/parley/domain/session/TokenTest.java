package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TokenTest {

    private static final String TEXT = "0123456789abcdef0123456789abcdef01234567";

    private static final List<String> NO_TOKENS = List.of(
            "",
            TEXT.substring(1),
            TEXT + "0",
            TEXT.toUpperCase(Locale.ROOT),
            "g" + TEXT.substring(1),
            TEXT + "\n",
            " " + TEXT.substring(1),
            "٣" + TEXT.substring(1));

    @Test
    void aTokenIsFortyLowerCaseHexDigits() {
        assertThat(Token.parse(TEXT)).contains(new Token(TEXT));
        assertThat(NO_TOKENS).allSatisfy(text -> assertThat(Token.parse(text)).isEmpty());
    }

    @Test
    void invalidTokenIsRejected() {
        NO_TOKENS.forEach(text -> assertThatIllegalArgumentException().isThrownBy(() -> new Token(text)));
    }

    @Test
    void theDigestIsTheSha256OfTheDigits() {
        assertThat(new Token(TEXT).digest().hex())
                .isEqualTo("deb87fabd17715bb31ad4cf4ffb9494eeb15f8d33d85b031a301c64ab3417eaa");
    }

    @Test
    void toStringOfATokenIsRedacted() {
        assertThat(new Token(TEXT)).hasToString("Token[redacted]");
    }

    @Test
    void aDigestIs64LowerCaseHexDigits() {
        assertThat(new TokenDigest("0f".repeat(32)).hex()).hasSize(64);
        for (String text : List.of("", "0f".repeat(31), "0F".repeat(32), "0f".repeat(33), "0g".repeat(32))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new TokenDigest(text));
        }
    }
}
