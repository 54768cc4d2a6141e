package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.domain.limit.Network;
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

    /** Returns the network of the client. */
    public static Network network(ContainerRequestContext request) {
        return RequestContext.of(request)
                .http()
                .map(http -> Network.of(Optional.ofNullable(http.getRemoteAddr())))
                .orElse(Network.UNKNOWN);
    }

    public static Origin of(HttpServletRequest request, AuthenticatedCaller caller) {
        return of(request).with(caller.caller().session());
    }
}
