package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.ModelSession;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.Optional;

/** A session of a user, through which commands reach the service. */
record Device(ModelUser user, ModelSession session, Api api) {

    ApiResponse get(String path) {
        return api.get(path);
    }

    ApiResponse delete(String path) {
        return api.delete(path);
    }

    ApiResponse put(String path, JsonNode body) {
        return api.put(path, body.toString());
    }

    ApiResponse post(String path, JsonNode body) {
        return api.post(path, body.toString());
    }

    ApiResponse post(String path, JsonNode body, Optional<String> key) {
        return api.post(path, body.toString(), key);
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
