package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.ApiAuthentication;
import io.dropwizard.auth.AuthDynamicFeature;

/** Authenticates requests to the resources of the legacy API. */
final class LegacyAuthentication extends ApiAuthentication {

    LegacyAuthentication(LegacyTokenAuthentication required) {
        super(Legacy.class, new AuthDynamicFeature(required));
    }
}
