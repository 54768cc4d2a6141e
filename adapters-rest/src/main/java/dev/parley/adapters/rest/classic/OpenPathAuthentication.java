package dev.parley.adapters.rest.classic;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Rejects an invalid token even on public endpoints, as the legacy API did. */
final class OpenPathAuthentication implements DynamicFeature {

    private final TokenAuthentication optional;

    OpenPathAuthentication(TokenAuthentication optional) {
        this.optional = optional;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().isAnnotationPresent(OpenToAll.class)) {
            context.register(optional);
        }
    }
}
