package dev.parley.adapters.rest.v1.field;

import dev.parley.adapters.rest.v1.error.FieldError;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.field.TextRule.Broken;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of one body and collects all errors. Not thread-safe. */
public final class FieldReader {

    private final JsonObject body;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<ProblemCode> problems = EnumSet.noneOf(ProblemCode.class);

    public FieldReader(JsonObject body) {
        this.body = body;
    }

    /** @return the text, valid only if {@link #refuseIfAny()} does not throw */
    public String required(String field, TextRule rule) {
        return switch (body.value(field)) {
            case JsonValue.Absent() -> {
                add(field, FieldFlaw.REQUIRED, "This is required.", ProblemCode.VALIDATION_FAILED);
                yield "";
            }
            case JsonValue.Other() -> notText(field);
            case JsonValue.Text(String text) -> checked(field, text, rule);
        };
    }

    /** @return the text, valid only if {@link #refuseIfAny()} does not throw; empty if the field is absent */
    public Optional<String> optional(String field, TextRule rule) {
        return switch (body.value(field)) {
            case JsonValue.Absent() -> Optional.empty();
            case JsonValue.Other() -> Optional.of(notText(field));
            case JsonValue.Text(String text) -> Optional.of(checked(field, text, rule));
        };
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors, if there are any */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            boolean isOneProblem = problems.size() == 1;
            throw new ProblemException(
                    Problem.of(isOneProblem ? problems.iterator().next() : ProblemCode.VALIDATION_FAILED, errors));
        }
    }

    private String notText(String field) {
        add(field, FieldFlaw.WRONG_TYPE, "This must be a string.", ProblemCode.VALIDATION_FAILED);
        return "";
    }

    private String checked(String field, String text, TextRule rule) {
        for (Broken broken : rule.flaws().apply(text)) {
            add(field, broken.flaw(), broken.message(), rule.problem());
        }
        return text;
    }

    private void add(String field, FieldFlaw flaw, String message, ProblemCode problem) {
        errors.add(new FieldError(field, flaw, message));
        problems.add(problem);
    }
}
