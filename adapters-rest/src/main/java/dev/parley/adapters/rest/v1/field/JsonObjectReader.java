package dev.parley.adapters.rest.v1.field;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.adapters.rest.json.BodyFlaw;
import dev.parley.adapters.rest.json.JsonBodyReader;
import dev.parley.adapters.rest.json.JsonMembers;
import dev.parley.adapters.rest.json.MalformedJsonException;
import dev.parley.adapters.rest.json.StrictJson;
import dev.parley.adapters.rest.v1.error.FieldError;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the bodies of v1, which must be JSON objects. */
public final class JsonObjectReader extends JsonBodyReader<JsonObject> {

    public JsonObjectReader() {
        super(JsonObject.class);
    }

    @Override
    protected JsonObject ofNothing() {
        throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty.");
    }

    @Override
    protected JsonObject parse(byte[] body) throws MalformedJsonException {
        return StrictJson.parse(body, JsonObjectReader::read).orElseThrow(JsonObjectReader::notAnObject);
    }

    @Override
    protected WebApplicationException refusal(BodyFlaw flaw) {
        return new ProblemException(problem(flaw));
    }

    private static Problem problem(BodyFlaw flaw) {
        return switch (flaw) {
            case BodyFlaw.Unreadable() -> Problem.of(ProblemCode.BAD_REQUEST, "The body could not be read.");
            case BodyFlaw.NotJson notJson -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case BodyFlaw.TooLarge(int maxBytes) ->
                Problem.of(ProblemCode.BODY_TOO_LARGE, "The body has more than " + maxBytes + " bytes.");
            case BodyFlaw.Malformed(String reason) ->
                Problem.of(ProblemCode.MALFORMED_JSON, "The body cannot be read as JSON: " + reason + ".");
        };
    }

    private static WebApplicationException notAnObject() {
        FieldError error = new FieldError("", FieldFlaw.WRONG_TYPE, "The body must be an object.");
        return new ProblemException(Problem.of(ProblemCode.VALIDATION_FAILED, List.of(error)));
    }

    private static Optional<JsonObject> read(JsonToken first, JsonParser parser)
            throws IOException, MalformedJsonException {
        if (first == JsonToken.START_OBJECT) {
            return Optional.of(new JsonObject(JsonMembers.read(parser, JsonObjectReader::value)));
        }
        parser.skipChildren();
        return Optional.empty();
    }

    private static JsonValue value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_NULL -> new JsonValue.Absent();
            default -> {
                parser.skipChildren();
                yield new JsonValue.Other();
            }
        };
    }
}
