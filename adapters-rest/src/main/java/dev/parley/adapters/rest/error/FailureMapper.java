package dev.parley.adapters.rest.error;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Catches everything that is thrown; {@link FailureFilter} then knows the request and words the answer. */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RedirectionException redirection) {
            return redirection.getResponse();
        }
        Failure failure = Failure.of(thrown);
        return answerOf(thrown)
                .status(failure.status())
                .type(MediaType.APPLICATION_JSON_TYPE) // or one would be looked for that the client accepts, perhaps
                // in vain
                .entity(failure)
                .build();
    }

    /** With the headers that came with a refusal, {@code Retry-After} for one. */
    private static Response.ResponseBuilder answerOf(Throwable thrown) {
        return thrown instanceof WebApplicationException refusal
                ? Response.fromResponse(refusal.getResponse())
                : Response.serverError();
    }
}
