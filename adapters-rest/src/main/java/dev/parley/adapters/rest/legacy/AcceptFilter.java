package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.request.UnreadableHeaders;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses clients that do not accept JSON, before authentication (the order of the legacy API). Weights are ignored.
 *
 * <p>A client that accepts only HTML receives JSON: the legacy API had browser pages, and a refusal would not help the
 * client.
 */
@Legacy
@Priority(FilterOrder.ACCEPT)
final class AcceptFilter implements ContainerRequestFilter {

    private static final Set<String> ACCEPTABLE =
            Set.of("application/json", "application/*", "*/*", "text/html", "text/*");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!accepts(request.getHeaderString(UnreadableHeaders.ACCEPT))) {
            request.abortWith(
                    LegacyResponses.detail(Status.NOT_ACCEPTABLE, "Could not satisfy the request Accept header."));
        }
    }

    private static boolean accepts(@Nullable String header) {
        return header == null
                || header.isBlank()
                || Stream.of(header.split(",")).anyMatch(AcceptFilter::isAcceptable);
    }

    private static boolean isAcceptable(String range) {
        return ACCEPTABLE.contains(range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
