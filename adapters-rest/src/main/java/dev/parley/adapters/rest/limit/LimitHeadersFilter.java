package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.request.RequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Adds the rate-limit headers to the response of a limited request, whatever its outcome. */
public final class LimitHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext.of(request).quotas().ifPresent(quotas -> LimitHeaders.add(quotas, response.getHeaders()));
    }
}
