package dev.parley.adapters.rest.legacy;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Rejects an invalid token even on public endpoints, as the legacy API did. */
final class OptionalAuthentication implements DynamicFeature {

    private final LegacyTokenAuthentication optional;

    OptionalAuthentication(LegacyTokenAuthentication optional) {
        this.optional = optional;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().isAnnotationPresent(PublicEndpoint.class)) {
            context.register(optional);
        }
    }
}
