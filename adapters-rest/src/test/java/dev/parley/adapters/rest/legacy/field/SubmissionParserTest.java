package dev.parley.adapters.rest.legacy.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.rest.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubmissionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,{}] | list",
                "\"x\" | str",
                "12 | int",
                "1.5 | float",
                "true | bool",
                "false | bool",
            })
    void nonObjectIsNamedByItsPythonType(String json, String type) throws MalformedJsonException {
        assertThat(parse(json)).isEqualTo(new Submission.NotAnObject(type));
    }

    @Test
    void nullIsRead() throws MalformedJsonException {
        assertThat(parse(" null ")).isEqualTo(new Submission.Nothing());
    }

    @Test
    void repeatedFieldIsRefused() throws MalformedJsonException {
        assertThat(value("{\"b\":[[{}]],\"a\":\"x\"}", "a")).isEqualTo(new FieldValue.Text("x"));
        assertThatThrownBy(() -> parse("{\"a\":1,\"b\":[[{}]],\"a\":\"x\"}"))
                .hasMessage("Duplicate field name: line 1 column 19");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e2 | 100.0",
                "-0 | 0",
                "\"\\ud83d\\udc4b\" | 👋",
                "\"\" | ''",
                "12345678901234567890123 | 12345678901234567890123"
            })
    void textAndNumbersAreReadAsText(String json, String text) throws MalformedJsonException {
        assertThat(value("{\"a\":" + json + "}", "a")).isEqualTo(new FieldValue.Text(text));
    }

    @Test
    void otherTypesAreDistinguished() throws MalformedJsonException {
        String json = "{\"n\":null,\"t\":true,\"f\":false,\"l\":[],\"o\":{\"n\":1}}";
        assertThat(value(json, "n")).isEqualTo(new FieldValue.Null());
        assertThat(value(json, "missing")).isEqualTo(new FieldValue.Missing());
        for (String name : new String[] {"t", "f", "l", "o"}) {
            assertThat(value(json, name)).isEqualTo(new FieldValue.NotText());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "secret | Unrecognized token: line 1 column 1",
                "{\"a\": | Unexpected end of input: line 1 column 6",
                "{\"secret | Unexpected end of input: line 1 column 9",
                "` ` | Unexpected end of input: line 1 column 2",
                "{} secret | Unrecognized token: line 1 column 4",
                "{} {} | Extra data: line 1 column 4",
                "{'a':1} | Unexpected character: line 1 column 2",
                "{\"a\":NaN} | Malformed JSON: line 1 column 9",
                "{\"a\":-Infinity} | Malformed JSON: line 1 column 15",
                "{\"a\":01} | Invalid numeric value: line 1 column 7",
                "{\"a\":1,} | Unexpected character: line 1 column 8",
                "[1}  | Unexpected close marker: line 1 column 3",
                "{\"a\":\"\\x\"} | Unrecognized character escape: line 1 column 8",
                "{\"a\":\"\t\"} | Illegal unquoted character: line 1 column 7",
                "/* no */ {} | Unexpected character: line 1 column 1",
            })
    void errorHasReasonAndPositionWithoutTheText(String json, String reason) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage(reason);
    }

    @Test
    void byteOrderMarkIsRefused() {
        assertThatThrownBy(() -> parse("\uFEFF{}")).hasMessage("Unexpected byte order mark: line 1 column 1");
    }

    @Test
    void tooDeepOrTooLongInputIsRefused() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).hasMessageStartingWith("Nested too deeply or too long");
        assertThatThrownBy(() -> parse("{\"a\":" + "9".repeat(1001) + "}"))
                .hasMessageStartingWith("Nested too deeply or too long");
        assertThatThrownBy(() -> parse("{\"a\":0." + "9".repeat(1001) + "}"))
                .hasMessageStartingWith("Nested too deeply or too long");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = "{\n\"ş\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xFF;
        assertThatThrownBy(() -> SubmissionParser.parse(body)).hasMessage("Invalid UTF-8: line 2 column 6");
        byte[] cut = {'"', (byte) 0xC5};
        assertThatThrownBy(() -> SubmissionParser.parse(cut)).hasMessage("Invalid UTF-8: line 1 column 2");
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> SubmissionParser.parse(utf16)).hasMessageStartingWith("Invalid UTF-8");
    }

    @Test
    void toStringHidesTheText() {
        assertThat(new FieldValue.Text("secret")).hasToString("Text[redacted]");
    }

    private static Submission parse(String json) throws MalformedJsonException {
        return SubmissionParser.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static FieldValue value(String json, String name) throws MalformedJsonException {
        return parse(json).fields().value(name);
    }
}
