package dev.parley.bootstrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PhcStringTest {

    private static final PhcString HASH = PhcString.of(new Argon2Cost(19_456, 2, 1), new byte[16], new byte[32]);

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void formattedStringCanBeParsed() {
        assertThat(PhcString.parse(HASH.text())).contains(HASH);
        assertThat(HASH.saltBytes()).isEqualTo(new byte[16]);
        assertThat(HASH.hashBytes()).isEqualTo(new byte[32]);
    }

    @Test
    void digitsAreAsciiInEveryLocale() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        assertThat(HASH.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PhcString.parse(HASH.text())).contains(HASH);
    }
}
