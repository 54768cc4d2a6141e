package dev.parley.adapters.rest.error;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/** Replaces the entity of a response that filters have yet to pass. */
public final class ResponseEntities {

    public static final Annotation[] NO_ANNOTATIONS = {};

    private ResponseEntities() {}

    public static void json(ContainerResponseContext response, int status, Object body) {
        as(MediaType.APPLICATION_JSON_TYPE, response, status, body);
    }

    public static void as(MediaType type, ContainerResponseContext response, int status, Object body) {
        response.setStatus(status);
        response.setEntity(body, NO_ANNOTATIONS, type);
    }
}
