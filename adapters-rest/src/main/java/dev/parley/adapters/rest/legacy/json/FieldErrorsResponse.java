package dev.parley.adapters.rest.legacy.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/** Error messages by field, in the order of the fields. */
public record FieldErrorsResponse(@JsonValue Map<String, List<String>> errors) implements LegacyBody {

    /** The key for errors that concern no single field. */
    public static final String NO_FIELD = "non_field_errors";

    public static FieldErrorsResponse ofNoField(String error) {
        return new FieldErrorsResponse(Map.of(NO_FIELD, List.of(error)));
    }
}
