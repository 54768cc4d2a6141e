package dev.parley.adapters.rest.v1.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Why a request is refused. Resources and filters answer with it; {@link ProblemFilter} writes it.
 *
 * @param detail what it means this time
 * @param errors what is wrong with fields, in their order; may be empty
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemCode code) {
        return of(code, code.meaning());
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    public static Problem of(ProblemCode code, List<FieldError> errors) {
        return new Problem(code, code.meaning(), errors);
    }

    public Response response() {
        return Response.status(code.status())
                .type(ProblemResponse.MEDIA_TYPE)
                .entity(this)
                .build();
    }

    /** Ends the request with this answer, from where no resource can give it. */
    public WebApplicationException instead() {
        return new WebApplicationException(response());
    }
}
