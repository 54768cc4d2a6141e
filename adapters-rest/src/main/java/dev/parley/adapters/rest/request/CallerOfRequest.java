package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Records the caller of a request for the request log. */
public final class CallerOfRequest {

    private CallerOfRequest() {}

    public static void note(AuthenticatedCaller caller, ContainerRequestContext request) {
        RequestContext.of(request).setUser(caller.user());
    }

    /** Records the authenticated caller, if there is one. */
    public static void noteIn(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof AuthenticatedCaller caller) {
            note(caller, request);
        }
    }
}
