package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.auth.SurfaceAuthentication;
import io.dropwizard.auth.AuthDynamicFeature;

/** Asks who makes a request before the classic resources do. */
final class ClassicAuthentication extends SurfaceAuthentication {

    ClassicAuthentication(TokenAuthentication required) {
        super(Classic.class, new AuthDynamicFeature(required));
    }
}
