package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.adapters.rest.error.RetryAfter;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The response when the limit of connections is reached or the node is shutting down. */
public final class EventsUnavailable {

    private EventsUnavailable() {}

    public static Response response() {
        return Response.fromResponse(Problem.of(ProblemCode.UNAVAILABLE).response())
                .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(RetryAfter.EVENT_CONNECTIONS))
                .build();
    }
}
