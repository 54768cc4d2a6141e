package dev.parley.adapters.rest.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PercentCodingTest {

    @ParameterizedTest
    @CsvSource({
        "bob, bob",
        "%62ob, bob",
        "%c5%9F, ş",
        "a+b, a+b",
        "%2562, %62",
        "%ZZ, %ZZ",
        "%, %",
        "%4, %4",
        "%-1, %-1",
        "ş👋, ş👋",
        "ş👋%21, ş👋!",
        "%FFx, \uFFFDx",
        "%F0%9F%91%8B, 👋",
    })
    void decodingHappensOnceAndNeverFails(String text, String expected) {
        assertThat(PercentCoding.decode(text)).isEqualTo(expected);
    }

    @Test
    void unsafeCharactersAreEncoded() {
        assertThat(PercentCoding.encode("şI ~'(%👋", PercentCoding.SAFE_IN_PATH))
                .isEqualTo("%C5%9FI%20~'(%25%F0%9F%91%8B");
        assertThat(PercentCoding.encode("a/b~'é", PercentCoding.SAFE_IN_QUERY)).isEqualTo("a%2Fb~%27%C3%A9");
    }
}
