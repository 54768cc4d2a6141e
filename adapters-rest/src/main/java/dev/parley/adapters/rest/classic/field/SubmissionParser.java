package dev.parley.adapters.rest.classic.field;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.adapters.rest.classic.python.PythonNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a body's JSON, strictly: one value, nothing after it, no NaN, no comments, no byte order mark. */
final class SubmissionParser {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private SubmissionParser() {}

    static Submission parse(byte[] body) throws MalformedJsonException {
        String text = Utf8.decode(body);
        try (JsonParser parser = JSON.createParser(text)) {
            return only(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private static Submission only(JsonParser parser) throws IOException, MalformedJsonException {
        try {
            Submission submission = read(parser.nextToken(), parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("Extra data", parser.currentTokenLocation());
            }
            return submission;
        } catch (JsonProcessingException e) {
            JsonLocation location = Objects.requireNonNullElseGet(e.getLocation(), parser::currentLocation);
            throw new MalformedJsonException(ParseReason.of(e), location);
        }
    }

    private static Submission read(@Nullable JsonToken first, JsonParser parser)
            throws IOException, MalformedJsonException {
        return switch (first) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> {
                parser.skipChildren();
                yield new Submission.NotAnObject("list");
            }
            case VALUE_STRING -> new Submission.NotAnObject("str");
            case VALUE_NUMBER_INT -> new Submission.NotAnObject("int");
            case VALUE_NUMBER_FLOAT -> new Submission.NotAnObject("float");
            case VALUE_TRUE, VALUE_FALSE -> new Submission.NotAnObject("bool");
            case VALUE_NULL -> new Submission.Nothing();
            case null, default -> throw new MalformedJsonException(ParseReason.END, parser.currentLocation());
        };
    }

    private static Submission fields(JsonParser parser) throws IOException {
        Map<String, FieldValue> values = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            values.put(name, value(parser.nextToken(), parser));
        }
        return new Submission.Fields(values);
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
