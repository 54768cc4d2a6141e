package dev.parley.adapters.rest.error;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/** Replaces the entity of a response that filters have yet to pass. */
public interface Rewritten {

    Annotation[] NO_ANNOTATIONS = {};

    static void json(ContainerResponseContext response, int status, Object body) {
        as(MediaType.APPLICATION_JSON_TYPE, response, status, body);
    }

    static void as(MediaType type, ContainerResponseContext response, int status, Object body) {
        response.setStatus(status);
        response.setEntity(body, NO_ANNOTATIONS, type);
    }
}
