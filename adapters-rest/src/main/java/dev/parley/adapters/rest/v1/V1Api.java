package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.adapters.rest.v1.error.ProblemFilter;
import dev.parley.adapters.rest.v1.error.V1Failures;
import dev.parley.adapters.rest.v1.field.JsonObjectReader;
import dev.parley.adapters.rest.v1.http.NoStoreFilter;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.http.TrailingSlashFilter;
import dev.parley.adapters.rest.v1.http.V1Authentication;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.openapi.OpenApi;
import dev.parley.adapters.rest.v1.openapi.OpenApiResource;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/** The v1 surface. What it shares with others is in {@link dev.parley.adapters.rest.RestApi}. */
public final class V1Api implements Feature {

    private final V1UseCases useCases;
    private final List<Object> resources;
    private final String version;

    /** @param version of the service, for the document that describes it */
    public V1Api(V1UseCases useCases, EventApi events, String version) {
        this.useCases = useCases;
        this.resources = Stream.concat(V1Resources.over(useCases).stream(), events.resources().stream())
                .toList();
        this.version = version;
    }

    @Override
    public boolean configure(FeatureContext context) {
        registerResources(context);
        registerAuthentication(context);
        registerForms(context);
        return true;
    }

    /** How this surface says that a request failed. */
    public FailureForm failures() {
        return new V1Failures();
    }

    /** What this surface answers with. */
    public JsonBodies bodies() {
        return V1Json.bodies();
    }

    /** All that this surface answers, in the form of OpenAPI: made of the very resources that are registered. */
    public JsonNode document() {
        List<Class<?>> described = Stream.concat(
                        resources.stream().<Class<?>>map(Object::getClass), Stream.of(OpenApiResource.class))
                .toList();
        return OpenApi.document(version, described);
    }

    private void registerResources(FeatureContext context) {
        resources.forEach(context::register);
        context.register(new OpenApiResource(new ServedFile(MediaType.APPLICATION_JSON, V1Json.bytes(document()))));
    }

    private void registerAuthentication(FeatureContext context) {
        SessionAuthenticator sessions =
                new SessionAuthenticator(useCases.sessions().authenticate());
        context.register(new V1Authentication(new TokenAuthentication(sessions)));
    }

    private static void registerForms(FeatureContext context) {
        context.register(new TrailingSlashFilter())
                .register(new NoStoreFilter())
                .register(new JsonObjectReader())
                .register(new ProblemFilter());
    }
}
