package dev.parley.adapters.rest.error;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Turns every exception into a {@link Failure}. {@link FailureFilter} then writes the response, as it knows the
 * request.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RedirectionException redirection) {
            return redirection.getResponse();
        }
        Failure failure = Failure.of(thrown);
        return responseOf(thrown)
                .status(failure.status())
                .type(MediaType.APPLICATION_JSON_TYPE) // fixed, because content negotiation could fail
                .entity(failure)
                .build();
    }

    /** Keeps the headers of a refusal, such as {@code Retry-After}. */
    private static Response.ResponseBuilder responseOf(Throwable thrown) {
        return thrown instanceof WebApplicationException refusal
                ? Response.fromResponse(refusal.getResponse())
                : Response.serverError();
    }
}
