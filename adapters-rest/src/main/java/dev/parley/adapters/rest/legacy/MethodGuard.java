package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.error.ResponseEntities;
import dev.parley.adapters.rest.request.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.RuntimeResource;

/**
 * Authenticates requests whose response would list the allowed methods: a 405 and OPTIONS. An unauthenticated client
 * must not learn them.
 *
 * <p>This is a response filter, because method matching fails before the filters of a resource run.
 */
@Priority(FilterOrder.METHODS)
final class MethodGuard implements ContainerResponseFilter {

    private final LegacyTokenAuthentication required;
    private final LegacyTokenAuthentication optional;

    MethodGuard(LegacyTokenAuthentication required, LegacyTokenAuthentication optional) {
        this.required = required;
        this.optional = optional;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (listsMethods(request, response) && request.getUriInfo() instanceof ExtendedUriInfo uri) {
            guard(uri, request, response);
        }
    }

    private static boolean listsMethods(ContainerRequestContext request, ContainerResponseContext response) {
        return response.getEntity() instanceof Failure.MethodNotAllowed
                || request.getMethod().equals(HttpMethod.OPTIONS);
    }

    private void guard(ExtendedUriInfo uri, ContainerRequestContext request, ContainerResponseContext response) {
        if (handlers(uri).noneMatch(handler -> handler.isAnnotationPresent(Legacy.class))) {
            return;
        }
        boolean isOpen = handlers(uri).anyMatch(handler -> handler.isAnnotationPresent(PublicEndpoint.class));
        try {
            (isOpen ? optional : required).refusal(request).ifPresent(refusal -> replace(response, refusal));
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e); // exception mappers do not cover response filters
            ResponseEntities.json(response, failure.status(), failure);
        }
    }

    private static Stream<Class<?>> handlers(ExtendedUriInfo uri) {
        return uri.getMatchedRuntimeResources().stream()
                .map(RuntimeResource::getResources)
                .flatMap(resources -> resources.stream().flatMap(resource -> resource.getHandlerClasses().stream()));
    }

    private static void replace(ContainerResponseContext response, Response refusal) {
        response.getHeaders().remove(HttpHeaders.ALLOW);
        response.getHeaders()
                .putSingle(HttpHeaders.WWW_AUTHENTICATE, refusal.getHeaderString(HttpHeaders.WWW_AUTHENTICATE));
        ResponseEntities.json(response, refusal.getStatus(), refusal.getEntity());
    }
}
