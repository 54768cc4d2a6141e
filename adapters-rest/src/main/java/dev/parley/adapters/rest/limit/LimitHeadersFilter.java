package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.request.RequestContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Adds the rate-limit headers to the response of a limited request, whatever its outcome. */
@Priority(FilterOrder.RESPONSE_HEADERS)
public final class LimitHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext.of(request).permits().ifPresent(permits -> LimitHeaders.add(permits, response.getHeaders()));
    }
}
