package dev.parley.adapters.rest.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Reduces responses to OPTIONS to their {@code Allow} header. */
@Priority(FilterOrder.RESPONSE_HEADERS)
public final class OptionsFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() < 300) {
            response.setEntity(null);
            response.setStatus(200);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.header(response.getAllowedMethods()));
        }
    }
}
