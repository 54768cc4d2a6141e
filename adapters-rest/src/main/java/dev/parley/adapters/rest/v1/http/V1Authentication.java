package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.auth.ApiAuthentication;
import io.dropwizard.auth.AuthDynamicFeature;

/** Authenticates requests to the resources of v1. */
public final class V1Authentication extends ApiAuthentication {

    public V1Authentication(TokenAuthentication required) {
        super(V1.class, new AuthDynamicFeature(required));
    }
}
