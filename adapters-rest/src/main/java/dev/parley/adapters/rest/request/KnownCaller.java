package dev.parley.adapters.rest.request;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Tells the request log who makes a request. */
public interface KnownCaller {

    static void note(AuthenticatedCaller caller, ContainerRequestContext request) {
        request.setProperty(RequestProperty.USER, caller.user().value());
    }

    /** Of the caller that an authentication found, if it found one. */
    static void noteIn(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof AuthenticatedCaller caller) {
            note(caller, request);
        }
    }
}
