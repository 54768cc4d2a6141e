package dev.parley.adapters.rest.classic.field;

import dev.parley.adapters.rest.classic.json.Answer;
import dev.parley.adapters.rest.classic.json.FieldErrorsResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A body that could be read. It need not be an object: that is looked at no sooner than its fields are. */
public sealed interface Submission {

    /** @param values the value of each field */
    record Fields(Map<String, FieldValue> values) implements Submission {

        public Fields {
            values = Collections.unmodifiableMap(new HashMap<>(values)); // Map.copyOf is slow where hashes collide
        }

        FieldValue value(String name) {
            return values.getOrDefault(name, new FieldValue.Missing());
        }
    }

    /** @param pythonType what the seed would have called it */
    record NotAnObject(String pythonType) implements Submission {}

    /** {@code null}. */
    record Nothing() implements Submission {}

    /** @throws WebApplicationException with a 400 if it is no object */
    default Fields fields() {
        return switch (this) {
            case Fields fields -> fields;
            case NotAnObject(String type) ->
                throw refusal("Invalid data. Expected a dictionary, but got " + type + ".");
            case Nothing() -> throw refusal("No data provided");
        };
    }

    private static WebApplicationException refusal(String error) {
        return Answer.instead(Answer.json(Status.BAD_REQUEST, FieldErrorsResponse.ofNoField(error)));
    }
}
