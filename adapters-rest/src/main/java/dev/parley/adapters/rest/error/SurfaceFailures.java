package dev.parley.adapters.rest.error;

import dev.parley.adapters.rest.uri.PathRoot;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Words a failure as the surface does that the path is in, also where there is nothing at the path.
 *
 * @param root of the paths that are {@code inside}
 */
public record SurfaceFailures(PathRoot root, FailureForm inside, FailureForm outside) implements FailureForm {

    @Override
    public void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        FailureForm form = root.contains(request.getUriInfo()) ? inside : outside;
        form.write(failure, request, response);
    }
}
