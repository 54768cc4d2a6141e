package dev.parley.adapters.rest.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Names of what filters and the request log tell each other about a request: properties here, attributes in servlets. */
public interface RequestProperty {

    /** Id of the authenticated user, a {@code Long}. */
    String USER = "parley.user";

    /** What the client has left of the limits that the request counts in; {@code Quotas}. */
    String QUOTAS = "parley.quotas";

    /** Name of the request in logs and in answers about failures, a {@code String}; whoever runs the service sets it. */
    String REQUEST_ID = "parley.request_id";

    /** The request as it came to Jersey; a {@code HttpServletRequest}. */
    String HTTP = "parley.http";

    /** The {@code Content-Type} that a client sent, if it is none; a {@code String}. */
    String CONTENT_TYPE = "parley.content_type";

    /**
     * Breaks off the answer to a request, also while a write of it is blocked; a {@code Runnable} that neither waits nor
     * throws. Whoever runs the service sets it where answers are written for long.
     */
    String CUT = "parley.cut";

    /**
     * Throws away what has come of a request's body, up to {@link UnreadBody#MAX_BYTES}, without waiting for more; a
     * {@code BooleanSupplier} that says whether that was the end of it. Whoever runs the service sets it: the servlets' own
     * stream cannot tell its end from a pause.
     */
    String CONSUME = "parley.consume";

    /** That the client has been answered before it had sent all of its body; {@code true}. */
    String UNREAD = "parley.unread";

    /** The {@link #REQUEST_ID}; null if nobody has set it. */
    static @Nullable String requestId(ContainerRequestContext request) {
        return request.getProperty(REQUEST_ID) instanceof String id ? id : null;
    }
}
