package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.request.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/**
 * Forbids caching of v1 responses, which belong to one caller and one moment. A resource may set another policy itself.
 */
@Priority(FilterOrder.RESPONSE_HEADERS)
public final class NoStoreFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (V1Path.ROOT.contains(request.getUriInfo())) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        }
    }
}
