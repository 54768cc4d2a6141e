package dev.parley.adapters.rest.auth;

import io.dropwizard.auth.AuthDynamicFeature;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;

/**
 * Authenticates the requests to the resources of one API. Two APIs with different schemes and error formats can thus
 * share the principal type.
 *
 * <p>Each API has a subclass, because JAX-RS accepts one instance of a class only.
 */
public abstract class ApiAuthentication implements DynamicFeature {

    private final Class<? extends Annotation> marker;
    private final AuthDynamicFeature authentication;

    /** @param marker the annotation on the resource classes of the API */
    protected ApiAuthentication(Class<? extends Annotation> marker, AuthDynamicFeature authentication) {
        this.marker = marker;
        this.authentication = authentication;
    }

    @Override
    public final void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().isAnnotationPresent(marker)) {
            authentication.configure(resource, context);
        }
    }
}
