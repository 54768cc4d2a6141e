package dev.parley.adapters.rest.testkit.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A request and the answer to it, as they went over the wire.
 *
 * @param path encoded, without the query
 * @param query encoded; empty if there is none
 * @param sent the headers of the request, their names in lower case
 * @param received the headers of the answer, their names in lower case
 */
public record Exchange(
        String method,
        String path,
        String query,
        Map<String, String> sent,
        String requestBody,
        int status,
        Map<String, String> received,
        String responseBody) {

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The media type without its parameters. */
    Optional<String> mediaType() {
        return Optional.ofNullable(received.get("content-type")).map(type -> type.split(";", 2)[0].strip());
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> " + status;
    }
}
