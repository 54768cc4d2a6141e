package dev.parley.adapters.rest.error;

import dev.parley.adapters.rest.uri.PathRoot;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Chooses the error format by the path, whether or not a resource exists there.
 *
 * @param root the first segment of the paths that use {@code inside}
 */
public record ErrorFormatByPath(PathRoot root, ErrorFormat inside, ErrorFormat outside) implements ErrorFormat {

    @Override
    public void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        ErrorFormat form = root.contains(request.getUriInfo()) ? inside : outside;
        form.write(failure, request, response);
    }
}
