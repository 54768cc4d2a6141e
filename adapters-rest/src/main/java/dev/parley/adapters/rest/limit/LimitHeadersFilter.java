package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.request.RequestProperty;
import dev.parley.domain.limit.Quotas;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Tells the client of a request that was limited how much it has left, however the request ends. */
public final class LimitHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestProperty.QUOTAS) instanceof Quotas quotas) {
            LimitHeaders.add(quotas, response.getHeaders());
        }
    }
}
