package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RequestKind;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/**
 * Stands between authentication and the resources, and before any body is parsed: whoever has asked for too much gets no
 * further. What becomes of the body then is {@link dev.parley.adapters.rest.request.UnreadBody}'s to say.
 *
 * <p>One for all resources, and what a method counts as is looked up once: filters that are bound to some are put in order
 * again for every request.
 */
@Priority(Priorities.AUTHORIZATION)
public final class LimitFilter implements ContainerRequestFilter {

    private final Admission admission;
    private final Map<ResourceMethod, Optional<RequestKind>> kinds = new ConcurrentHashMap<>();

    public LimitFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo() instanceof ExtendedUriInfo uri) {
            kindOf(uri.getMatchedResourceMethod()).ifPresent(kind -> admit(kind, request));
        }
    }

    private void admit(RequestKind kind, ContainerRequestContext request) {
        if (kind == RequestKind.ENTER) {
            admit(kind, new Client.Stranger(RequestOrigin.network(request)), request);
        } else if (request.getSecurityContext().getUserPrincipal() instanceof AuthenticatedCaller caller) {
            admit(kind, new Client.User(caller.user().value()), request);
        }
    }

    private void admit(RequestKind kind, Client client, ContainerRequestContext request) {
        Quotas quotas = admission.ask(kind, client, request);
        if (!quotas.areGranted()) {
            request.abortWith(Throttled.response(quotas));
        }
    }

    private Optional<RequestKind> kindOf(@Nullable ResourceMethod method) {
        return method == null ? Optional.empty() : kinds.computeIfAbsent(method, LimitFilter::kindByName);
    }

    private static Optional<RequestKind> kindByName(ResourceMethod method) {
        @Nullable Limited said = method.getInvocable().getHandlingMethod().getAnnotation(Limited.class);
        if (said != null) {
            return Optional.of(said.value());
        }
        return switch (method.getHttpMethod()) {
            case HttpMethod.GET, HttpMethod.HEAD -> Optional.of(RequestKind.READ);
            case HttpMethod.OPTIONS -> Optional.empty();
            default -> Optional.of(RequestKind.WRITE);
        };
    }
}
