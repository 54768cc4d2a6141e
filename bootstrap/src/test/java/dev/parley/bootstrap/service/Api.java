package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A client of the service, anonymous or with a user's token. Thread-safe. */
final class Api {

    static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI base;
    private final Optional<String> token;

    private Api(HttpClient client, URI base, Optional<String> token) {
        this.client = client;
        this.base = base;
        this.token = token;
    }

    /** An anonymous client with its own connections. */
    static Api at(URI base) {
        return new Api(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                base,
                Optional.empty());
    }

    /** A client with this token. */
    Api with(String bearer) {
        return new Api(client, base, Optional.of(bearer));
    }

    /** The same user at another node. */
    Api alsoAt(URI other) {
        return new Api(at(other).client, other, token);
    }

    URI base() {
        return base;
    }

    String token() {
        return token.orElseThrow();
    }

    /** Registers the user, logs in, and returns the user's client. */
    Api signUp(String username) {
        ApiResponse registered = post("/user/register/", credentials(username, PASSWORD));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        return logIn(username);
    }

    Api logIn(String username) {
        ApiResponse answer = post("/user/login/", credentials(username, PASSWORD));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return with(answer.json().get("token").asText());
    }

    static String credentials(String username, String password) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("username", username)
                .put("password", password)
                .toString();
    }

    ApiResponse send(String peer, String content) {
        return post(
                "/message/" + peer + "/",
                JsonNodeFactory.instance.objectNode().put("content", content).toString());
    }

    /** Sends with an idempotency key. */
    ApiResponse send(String peer, String content, String key) {
        return post(
                "/v1/conversations/" + peer + "/messages",
                JsonNodeFactory.instance.objectNode().put("content", content).toString(),
                Optional.of(key));
    }

    /** All messages of the conversation, oldest first, over all pages. Marks nothing as read. */
    List<JsonNode> browse(String peer) {
        String path = "/v1/conversations/" + peer + "/messages?limit=200";
        List<JsonNode> messages = new ArrayList<>();
        JsonNode page = page(path);
        page.get("items").forEach(messages::add);
        while (!page.get("next").isNull()) {
            page = page(path + "&before=" + page.get("next").asText());
            page.get("items").forEach(messages::add);
        }
        return messages.reversed();
    }

    /** The cursor of the user's latest event. */
    String eventCursor() {
        return page("/v1/conversations?limit=1").get("event_cursor").asText();
    }

    /**
     * Opens the stream of events after the cursor.
     *
     * @param node the URL of the node
     */
    HttpResponse<InputStream> follow(URI node, String cursor) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve("/v1/events/stream"))
                .timeout(PATIENCE)
                .header("Authorization", "Token " + token())
                .header("Last-Event-ID", cursor)
                .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    /** All messages of the conversation, oldest first, over all pages. */
    List<JsonNode> history(String peer) {
        List<JsonNode> messages = new ArrayList<>();
        JsonNode page = page("/message/" + peer + "/");
        page.get("results").forEach(messages::add);
        while (!page.get("next").isNull()) {
            URI next = URI.create(page.get("next").asText());
            page = page(next.getPath() + "?" + next.getQuery());
            page.get("results").forEach(messages::add);
        }
        assertThat(messages).hasSize(page.get("count").asInt());
        return messages.reversed();
    }

    private JsonNode page(String path) {
        ApiResponse answer = get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    ApiResponse get(String path) {
        return exchange(request(path).GET().build());
    }

    ApiResponse post(String path, String json) {
        return post(path, json, Optional.empty());
    }

    /** @param key value of the header {@code Idempotency-Key} */
    ApiResponse post(String path, String json, Optional<String> key) {
        HttpRequest.Builder request = requestWithJson(path).POST(BodyPublishers.ofString(json));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        return exchange(request.build());
    }

    ApiResponse put(String path, String json) {
        return exchange(requestWithJson(path).PUT(BodyPublishers.ofString(json)).build());
    }

    ApiResponse delete(String path) {
        return exchange(request(path).DELETE().build());
    }

    private HttpRequest.Builder requestWithJson(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    /** Empty if there was no response. */
    Optional<ApiResponse> tryGet(String path) {
        try {
            return Optional.of(get(path));
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        token.ifPresent(value -> request.header("Authorization", "Token " + value));
        return request;
    }

    /** @throws UncheckedIOException if there was no response */
    ApiResponse exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().getFirst()));
            return ApiResponse.of(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
