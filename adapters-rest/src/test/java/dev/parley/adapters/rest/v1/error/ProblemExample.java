package dev.parley.adapters.rest.v1.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/** The examples of problems in the API document, as the service writes them. */
public final class ProblemExample {

    public static final String REQUEST_ID = "9f86d081884c7d65";

    public static final Problem.Reload RELOAD = new Problem.Reload("expired", "/v1/conversations");

    public static final Map<ProblemCode, FieldError> ERRORS = Map.of(
            ProblemCode.VALIDATION_FAILED, new FieldError("username", FieldFlaw.REQUIRED, "This is required."),
            ProblemCode.WEAK_PASSWORD,
                    new FieldError("password", FieldFlaw.TOO_SHORT, "At least 8 characters are needed."));

    private ProblemExample() {}

    public static JsonNode of(ProblemCode code) {
        return V1Json.tree(problem(code));
    }

    private static ProblemResponse problem(ProblemCode code) {
        if (code == ProblemCode.CURSOR_EXPIRED) {
            return ProblemResponse.of(Problem.of(code, code.meaning(), RELOAD), REQUEST_ID);
        }
        List<FieldError> errors = ERRORS.containsKey(code) ? List.of(ERRORS.get(code)) : List.of();
        return ProblemResponse.of(Problem.of(code, errors), REQUEST_ID);
    }
}
