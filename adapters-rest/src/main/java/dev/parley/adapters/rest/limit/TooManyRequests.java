package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.error.Failure;
import dev.parley.domain.limit.PermitResults;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** The 429 response, in the error format of the requested API. */
public final class TooManyRequests {

    private TooManyRequests() {}

    /** The response as an exception. */
    public static WebApplicationException refusal(PermitResults results) {
        return new WebApplicationException(response(results));
    }

    public static Response response(PermitResults results) {
        return Response.status(Status.TOO_MANY_REQUESTS)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Failure.Throttled(results.untilNext()))
                .build();
    }
}
