package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.domain.shared.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Reads the origin of a request: its address, user agent and session. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** The address is that of the connection, or the one that a trusted proxy forwarded. */
    public static Origin of(HttpServletRequest request) {
        return new Origin(
                Optional.ofNullable(request.getRemoteAddr()),
                Optional.ofNullable(request.getHeader("User-Agent")),
                Optional.empty());
    }

    /** The address of the client, as in {@link #of(HttpServletRequest)}. */
    public static Optional<String> address(ContainerRequestContext request) {
        return RequestContext.of(request).http().map(HttpServletRequest::getRemoteAddr);
    }

    public static Origin of(HttpServletRequest request, AuthenticatedCaller caller) {
        return of(request).with(caller.caller().session());
    }
}
