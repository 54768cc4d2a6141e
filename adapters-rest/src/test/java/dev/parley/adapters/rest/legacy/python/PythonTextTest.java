package dev.parley.adapters.rest.legacy.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PythonTextTest {

    @ParameterizedTest
    @CsvSource({"'  a b\t', 'a b'", "'\u00a0\u2003x\u3000\u0085', x", "'   ', ''", "'\u200bx', '\u200bx'"})
    void unicodeWhiteSpaceIsStripped(String text, String expected) {
        assertThat(PythonText.strip(text)).isEqualTo(expected);
    }
}
