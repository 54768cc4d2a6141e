package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * The reason why a request is refused. {@link ProblemFilter} writes it to the response.
 *
 * @param detail the meaning in this case
 * @param errors field errors in the order of the fields; may be empty
 * @param reload what the client must load again, if that solves the problem
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors, Optional<Reload> reload) {

    /**
     * The state that the client must load again.
     *
     * @param reason a code for clients
     * @param snapshot the path to load instead
     */
    public record Reload(String reason, String snapshot) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemCode code) {
        return of(code, code.meaning());
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of(), Optional.empty());
    }

    public static Problem of(ProblemCode code, List<FieldError> errors) {
        return new Problem(code, code.meaning(), errors, Optional.empty());
    }

    public static Problem of(ProblemCode code, String detail, Reload reload) {
        return new Problem(code, detail, List.of(), Optional.of(reload));
    }

    public Response response() {
        return Response.status(code.status())
                .type(ProblemResponse.MEDIA_TYPE)
                .entity(this)
                .build();
    }
}
