package dev.parley.adapters.rest.v1.error;

import dev.parley.adapters.rest.request.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Writes problems to the response. */
@Priority(FilterOrder.ERRORS)
public final class ProblemFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            ProblemResponse.write(problem, request, response);
        }
    }
}
