package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.auth.SurfaceAuthentication;
import io.dropwizard.auth.AuthDynamicFeature;

/** Authenticates requests to the resources of the legacy API. */
final class ClassicAuthentication extends SurfaceAuthentication {

    ClassicAuthentication(TokenAuthentication required) {
        super(Classic.class, new AuthDynamicFeature(required));
    }
}
