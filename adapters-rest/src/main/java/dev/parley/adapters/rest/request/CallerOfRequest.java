package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Records the caller of a request for the request log. */
public final class CallerOfRequest {

    private CallerOfRequest() {}

    public static void record(AuthenticatedCaller caller, ContainerRequestContext request) {
        RequestContext.of(request).setUser(caller.user());
    }

    /** Records the authenticated caller, if there is one. */
    public static void recordIfAuthenticated(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof AuthenticatedCaller caller) {
            record(caller, request);
        }
    }
}
