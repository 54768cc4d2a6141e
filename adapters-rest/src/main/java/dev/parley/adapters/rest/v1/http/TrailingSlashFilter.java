package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Rejects v1 paths with a trailing slash, which JAX-RS would accept: each resource has exactly one path. */
@PreMatching
public final class TrailingSlashFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean endsInSlash = request.getUriInfo().getPath(false).endsWith("/");
        if (endsInSlash && V1Path.ROOT.contains(request.getUriInfo())) {
            request.abortWith(Problem.of(ProblemCode.NOT_FOUND).response());
        }
    }
}
