package dev.parley.adapters.rest.legacy.field;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.adapters.rest.json.JsonMembers;
import dev.parley.adapters.rest.json.MalformedJsonException;
import dev.parley.adapters.rest.json.StrictJson;
import dev.parley.adapters.rest.legacy.python.PythonNumber;
import java.io.IOException;

/** Parses a body to the values that the legacy API read from it. */
final class SubmissionParser {

    private SubmissionParser() {}

    static Submission parse(byte[] body) throws MalformedJsonException {
        return StrictJson.parse(body, SubmissionParser::read);
    }

    private static Submission read(JsonToken first, JsonParser parser) throws IOException, MalformedJsonException {
        return switch (first) {
            case START_OBJECT -> new Submission.Fields(JsonMembers.read(parser, SubmissionParser::value));
            case VALUE_STRING -> new Submission.NotAnObject("str");
            case VALUE_NUMBER_INT -> new Submission.NotAnObject("int");
            case VALUE_NUMBER_FLOAT -> new Submission.NotAnObject("float");
            case VALUE_TRUE, VALUE_FALSE -> new Submission.NotAnObject("bool");
            case VALUE_NULL -> new Submission.Nothing();
            default -> {
                parser.skipChildren();
                yield new Submission.NotAnObject("list");
            }
        };
    }

    private static FieldValue value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new FieldValue.Text(parser.getText());
            case VALUE_NUMBER_INT -> new FieldValue.Text(PythonNumber.ofInteger(parser.getText()));
            case VALUE_NUMBER_FLOAT -> new FieldValue.Text(PythonNumber.ofFloat(parser.getText()));
            case VALUE_NULL -> new FieldValue.Null();
            default -> {
                parser.skipChildren();
                yield new FieldValue.NotText();
            }
        };
    }
}
