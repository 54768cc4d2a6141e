package dev.parley.bootstrap.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response.
 *
 * @param headers the first value of each header, by case-insensitive name
 */
record ApiResponse(int status, TreeMap<String, String> headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static ApiResponse of(int status, Map<String, String> headers, String text) {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new ApiResponse(status, byName, text);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("expected JSON, was: " + this, e);
        }
    }
}
