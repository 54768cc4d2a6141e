package dev.parley.adapters.rest.auth;

import io.dropwizard.auth.AuthDynamicFeature;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;

/**
 * Puts one surface's authentication before its own resources and before nobody else's, so that two surfaces with
 * different schemes and different refusals can share the principal. Each has a subclass, because JAX-RS takes only one
 * object of a class.
 */
public abstract class SurfaceAuthentication implements DynamicFeature {

    private final Class<? extends Annotation> surface;
    private final AuthDynamicFeature authentication;

    /** @param surface the annotation that the surface's resource classes carry */
    protected SurfaceAuthentication(Class<? extends Annotation> surface, AuthDynamicFeature authentication) {
        this.surface = surface;
        this.authentication = authentication;
    }

    @Override
    public final void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().isAnnotationPresent(surface)) {
            authentication.configure(resource, context);
        }
    }
}
