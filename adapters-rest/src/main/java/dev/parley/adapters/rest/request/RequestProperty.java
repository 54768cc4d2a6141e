package dev.parley.adapters.rest.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Names of request properties (servlet attributes) through which filters and the request log exchange data. */
public interface RequestProperty {

    /** Id of the authenticated user, a {@code Long}. */
    String USER = "parley.user";

    /** What the client has left of the limits that the request counts in; {@code Quotas}. */
    String QUOTAS = "parley.quotas";

    /** Id of the request in logs and error responses, a {@code String}. A filter before Jersey sets it. */
    String REQUEST_ID = "parley.request_id";

    /** The request as Jersey received it; a {@code HttpServletRequest}. */
    String HTTP = "parley.http";

    /** The {@code Content-Type} that the client sent, if it is invalid; a {@code String}. */
    String CONTENT_TYPE = "parley.content_type";

    /**
     * Aborts the response to a request, even while a write is blocked; a {@code Runnable} that neither waits nor
     * throws. The server sets it for long-running responses.
     */
    String CUT = "parley.cut";

    /** Returns the {@link #REQUEST_ID}; null if it is not set. */
    static @Nullable String requestId(ContainerRequestContext request) {
        return request.getProperty(REQUEST_ID) instanceof String id ? id : null;
    }
}
