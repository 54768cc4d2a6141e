package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.auth.SurfaceAuthentication;
import io.dropwizard.auth.AuthDynamicFeature;

/** Asks who makes a request before the resources of v1 do. */
public final class V1Authentication extends SurfaceAuthentication {

    public V1Authentication(TokenAuthentication required) {
        super(V1.class, new AuthDynamicFeature(required));
    }
}
