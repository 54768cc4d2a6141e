package dev.parley.adapters.rest.legacy.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are from CPython. */
final class PythonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "42, 42",
        "-7, -7",
        "123456789012345678901234567890, 123456789012345678901234567890",
    })
    void integerKeepsItsDigits(String literal, String expected) {
        assertThat(PythonNumber.ofInteger(literal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "1.50, 1.5",
        "1e2, 100.0",
        "-1.25e1, -12.5",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "3.141592653589793238, 3.141592653589793",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "9007199254740993.0, 9007199254740992.0",
        "12345678901234567890.0, 1.2345678901234567e+19",
        "0.0001, 0.0001",
        "0.00012, 0.00012",
        "1e-5, 1e-05",
        "1.5E300, 1.5e+300",
        "2e23, 2e+23",
        "1e23, 1e+23",
        "5e-324, 5e-324",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1e400, inf",
        "-1e400, -inf",
        "1e-400, 0.0",
        "-1e-400, -0.0",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
    })
    void floatHasTheFormatOfPython(String literal, String expected) {
        assertThat(PythonNumber.ofFloat(literal)).isEqualTo(expected);
    }
}
