package dev.parley.bootstrap.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** Times every request that reaches the API, by the template of its path. */
public final class EndpointTimes implements ApplicationEventListener {

    private static final String UNMATCHED = "unmatched";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final ServiceMetrics metrics;
    private final Map<ResourceMethod, String> endpoints = new ConcurrentHashMap<>();

    public EndpointTimes(ServiceMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void onEvent(ApplicationEvent event) {
        // only requests matter here
    }

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
        long began = System.nanoTime();
        return event -> {
            if (event.getType() == RequestEvent.Type.FINISHED) {
                String method = event.getContainerRequest().getMethod();
                metrics.request(
                        METHODS.contains(method) ? method : "OTHER",
                        endpoint(event.getUriInfo()),
                        status(event),
                        Duration.ofNanos(System.nanoTime() - began));
            }
        };
    }

    private static int status(RequestEvent event) {
        return Optional.ofNullable(event.getContainerResponse())
                .map(response -> response.getStatus())
                .orElse(500);
    }

    private String endpoint(@Nullable ExtendedUriInfo uri) {
        if (uri == null) {
            return UNMATCHED;
        }
        @Nullable ResourceMethod method = uri.getMatchedResourceMethod();
        return method == null ? template(uri) : endpoints.computeIfAbsent(method, first -> template(uri));
    }

    private static String template(ExtendedUriInfo uri) {
        List<UriTemplate> innermostFirst = uri.getMatchedTemplates();
        String template = innermostFirst.reversed().stream()
                .map(UriTemplate::getTemplate)
                .reduce("", String::concat)
                .replaceAll("/{2,}", "/");
        return template.isEmpty() ? UNMATCHED : template;
    }
}
