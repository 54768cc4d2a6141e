package dev.parley.adapters.rest.error;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/** How one API surface says that a request failed. */
public interface FailureForm {

    /**
     * Puts the failure into the response: its status, headers and body.
     *
     * @param response has the status of the failure already
     */
    void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response);
}
