package dev.parley.adapters.rest.legacy.field;

import dev.parley.adapters.rest.legacy.json.FieldErrorsResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the field errors of one submission. */
public final class FieldErrors {

    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    public void add(String field, List<String> wrong) {
        if (!wrong.isEmpty()) {
            errors.put(field, List.copyOf(wrong));
        }
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors, if there are any */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw LegacyResponses.instead(LegacyResponses.json(Status.BAD_REQUEST, new FieldErrorsResponse(errors)));
        }
    }
}
