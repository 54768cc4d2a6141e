package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    @DisplayName("is what the standard says of its examples")
    void digestsOfTheStandardsExamplesMatch() {
        assertThat(Sha256.of("abc").hex()).isEqualTo(OF_ABC);
        assertThat(Sha256.of(new byte[0]).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    @DisplayName("text is taken in UTF-8")
    void textIsDigestedInUtf8() {
        assertThat(Sha256.of("é")).isEqualTo(Sha256.of(new byte[] {(byte) 0xC3, (byte) 0xA9}));
    }

    @Test
    @DisplayName("no sum is mixed up with another that is made at the same time")
    void concurrentDigestsDoNotInterfere() {
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(i -> Sha256.of("abc").hex()))
                .isEqualTo(Collections.nCopies(20_000, OF_ABC));
    }

    @Test
    @DisplayName("nothing else is a sum")
    void invalidDigestIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(OF_ABC.substring(1)));
    }
}
