package dev.parley.adapters.rest.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;

/**
 * Treats a semicolon in a path as an ordinary character. JAX-RS would cut it off together with the text after it.
 * {@code /v1/me;x} would be served as {@code /v1/me}, bypassing earlier filters that match paths.
 *
 * <p>No path of the API contains a semicolon.
 */
@PreMatching
@Priority(FilterOrder.PATHS)
public final class SemicolonsInPaths implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (uri.getRawPath().indexOf(';') >= 0) {
            request.setRequestUri(request.getUriInfo().getBaseUri(), literal(uri));
        }
    }

    private static URI literal(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        int end = query < 0 ? text.length() : query;
        return URI.create(text.substring(0, end).replace(";", "%3B") + text.substring(end));
    }
}
