package dev.parley.adapters.rest.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends requests with a caller's token. Of a stream it reads the headers only. */
record MatrixClient(HttpClient http, URI base) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @param body empty for a stream */
    record Answer(int status, String body) {

        JsonNode json() {
            return Json.of(body);
        }

        /**
         * Formats the response as in the document: the status, then the code or detail of an error, or the length of a
         * list.
         */
        String stated() {
            if (!body.startsWith("{")) {
                return Integer.toString(status);
            }
            JsonNode json = json();
            for (String list : new String[] {"items", "results"}) {
                if (json.has(list)) {
                    return "%d [%d]".formatted(status, json.get(list).size());
                }
            }
            return status < 400 ? Integer.toString(status) : status + " " + error(json);
        }

        private String error(JsonNode json) {
            return Optional.ofNullable(json.get("code"))
                    .or(() -> Optional.ofNullable(json.get("detail")))
                    .map(JsonNode::asText)
                    .orElse(body);
        }
    }

    Answer send(String method, String target, Optional<String> json, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(PATIENCE)
                .method(method, json.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        json.ifPresent(body -> request.header("Content-Type", "application/json"));
        token.ifPresent(value -> request.header("Authorization", "Token " + value));
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            return new Answer(response.statusCode(), body(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean isStream = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            return isStream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
