package dev.parley.adapters.rest.testkit;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/** Reads the registered endpoints from Jersey. */
final class Routes implements ApplicationEventListener {

    private static final Set<String> GIVEN_BY_JERSEY = Set.of("OPTIONS", "HEAD");

    private final Set<String> routes = new CopyOnWriteArraySet<>();

    /** Each as {@code GET /v1/users/{username}}. */
    Set<String> all() {
        return Set.copyOf(routes);
    }

    @Override
    public void onEvent(ApplicationEvent event) {
        if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
            event.getResourceModel().getResources().forEach(resource -> keep("", resource));
        }
    }

    private void keep(String parent, Resource resource) {
        String path = parent + withSlash(resource.getPath());
        resource.getResourceMethods().stream()
                .map(method -> method.getHttpMethod())
                .filter(verb -> !GIVEN_BY_JERSEY.contains(verb))
                .forEach(verb -> routes.add(verb + " " + path));
        resource.getChildResources().forEach(child -> keep(path, child));
    }

    private static String withSlash(@Nullable String path) {
        return path == null || path.isEmpty() || path.startsWith("/") ? String.valueOf(path) : "/" + path;
    }

    @Override
    public @Nullable RequestEventListener onRequest(RequestEvent event) {
        return null;
    }
}
