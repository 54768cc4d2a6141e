package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is refused. Resources and filters answer with it; {@link ProblemFilter} writes it.
 *
 * @param detail what it means this time
 * @param errors what is wrong with fields, in their order; may be empty
 * @param reload what to do about it, if that is to load something anew
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors, Optional<Reload> reload) {

    /**
     * What a client holds is no longer good.
     *
     * @param reason a word that clients can act on
     * @param snapshot path of what to load in its place
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

    /** Ends the request with this answer, from where no resource can give it. */
    public WebApplicationException instead() {
        return new WebApplicationException(response());
    }
}
