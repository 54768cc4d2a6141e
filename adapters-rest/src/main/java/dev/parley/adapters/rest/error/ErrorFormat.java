package dev.parley.adapters.rest.error;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/** The error format of one API. */
public interface ErrorFormat {

    /**
     * Writes status, headers and body of the failure to the response.
     *
     * @param response already has the status of the failure
     */
    void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response);
}
