package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RequestKind;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/**
 * Checks rate limits after authentication and before the body is parsed.
 * {@link dev.parley.adapters.rest.request.UnreadBody} handles the unread body of a refused request.
 *
 * <p>One filter serves all resources and caches the kind of each method, because Jersey sorts name-bound filters again
 * for every request.
 */
@Priority(FilterOrder.LIMITS)
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
            admit(kind, new Client.Anonymous(Network.of(RequestOrigin.address(request))), request);
        } else if (request.getSecurityContext().getUserPrincipal() instanceof AuthenticatedCaller caller) {
            admit(kind, new Client.User(caller.user().value()), request);
        }
    }

    private void admit(RequestKind kind, Client client, ContainerRequestContext request) {
        PermitResults results = admission.ask(kind, client, request);
        if (!results.areGranted()) {
            request.abortWith(TooManyRequests.response(results));
        }
    }

    private Optional<RequestKind> kindOf(@Nullable ResourceMethod method) {
        return method == null ? Optional.empty() : kinds.computeIfAbsent(method, LimitFilter::kindByName);
    }

    private static Optional<RequestKind> kindByName(ResourceMethod method) {
        @Nullable CountsAs annotation = method.getInvocable().getHandlingMethod().getAnnotation(CountsAs.class);
        if (annotation != null) {
            return Optional.of(annotation.value());
        }
        return switch (method.getHttpMethod()) {
            case HttpMethod.GET, HttpMethod.HEAD -> Optional.of(RequestKind.READ);
            case HttpMethod.OPTIONS -> Optional.empty();
            default -> Optional.of(RequestKind.WRITE);
        };
    }
}
