package dev.parley.adapters.rest.legacy.field;

import dev.parley.adapters.rest.legacy.json.FieldErrorsResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A parsed request body. Whether it is an object is checked only when its fields are read, as in the legacy API. */
public sealed interface Submission {

    /** @param values the field values by name */
    record Fields(Map<String, FieldValue> values) implements Submission {

        public Fields {
            values = Collections.unmodifiableMap(new HashMap<>(values)); // Map.copyOf is slow for colliding hashes
        }

        FieldValue value(String name) {
            return values.getOrDefault(name, new FieldValue.Missing());
        }
    }

    /** @param pythonType the Python type that the legacy API named in its error message */
    record NotAnObject(String pythonType) implements Submission {}

    /** The JSON value {@code null}. */
    record Nothing() implements Submission {}

    /** @throws WebApplicationException with a 400 if the body is not an object */
    default Fields fields() {
        return switch (this) {
            case Fields fields -> fields;
            case NotAnObject(String type) ->
                throw refusal("Invalid data. Expected a dictionary, but got " + type + ".");
            case Nothing() -> throw refusal("No data provided");
        };
    }

    private static WebApplicationException refusal(String error) {
        return LegacyResponses.instead(LegacyResponses.json(Status.BAD_REQUEST, FieldErrorsResponse.ofNoField(error)));
    }
}
