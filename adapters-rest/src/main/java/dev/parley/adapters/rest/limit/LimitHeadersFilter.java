package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.request.RequestProperty;
import dev.parley.domain.limit.Quotas;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Adds the rate-limit headers to the response of a limited request, whatever its outcome. */
public final class LimitHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestProperty.QUOTAS) instanceof Quotas quotas) {
            LimitHeaders.add(quotas, response.getHeaders());
        }
    }
}
