package dev.parley.adapters.rest.legacy.json;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Builds responses of the legacy API. */
public final class LegacyResponses {

    private LegacyResponses() {}

    public static Response json(Status status, LegacyBody body) {
        return json(status.getStatusCode(), body);
    }

    private static Response json(int status, LegacyBody body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    public static Response detail(Status status, String detail) {
        return detail(status.getStatusCode(), detail);
    }

    public static Response detail(int status, String detail) {
        return json(status, new DetailResponse(detail));
    }

    public static Response notFound() {
        return detail(Status.NOT_FOUND, "Not found.");
    }

    /** The response as an exception, for code that cannot return a response. */
    public static WebApplicationException instead(Response answer) {
        return new WebApplicationException(answer);
    }
}
