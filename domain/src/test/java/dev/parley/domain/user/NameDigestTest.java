package dev.parley.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NameDigestTest {

    @Test
    void digestIsTheSha256OfTheNameInUtf8() {
        assertThat(NameDigest.of(new Username("abc")))
                .isEqualTo(new NameDigest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(NameDigest.of(new Username("Ж")))
                .isEqualTo(new NameDigest("af01de547c2d86e9c4881cc4cf0dd3ab521b9d1cceee461908680b33c433c5ac"));
    }

    @Test
    void differentNamesHaveDifferentDigests() {
        assertThat(List.of("anna", "Anna", "anna_", "аnna"))
                .extracting(name -> NameDigest.of(new Username(name)))
                .doesNotHaveDuplicates();
    }

    @Test
    void invalidDigestIsRejected() {
        for (String hex : new String[] {"", "0", "G".repeat(64), "A".repeat(64), "0".repeat(63), "0".repeat(65)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new NameDigest(hex));
        }
    }

    @Test
    void toStringIsRedacted() {
        assertThat(NameDigest.of(new Username("anna")).toString()).isEqualTo("NameDigest[redacted]");
    }
}
