package dev.parley.adapters.rest.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replays one scenario against a server and returns the responses in the format of the golden file.
 *
 * <p>User names get a prefix, so that the server may already have users.
 */
public final class GoldenReplay {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> HEADERS = Set.of("content-type", "www-authenticate", "allow");

    private final HttpClient client;
    private final String base;
    private final String prefix;
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Normaliser normaliser;

    /**
     * @param base the server's URL without a trailing slash
     * @param prefix a prefix that no user name on the server has
     */
    public GoldenReplay(HttpClient client, URI base, String prefix) {
        this.client = client;
        this.base = base.toString();
        this.prefix = prefix;
        this.normaliser = new Normaliser(this.base, prefix, names);
    }

    /** Sends the request of the step as often as the step requires, and returns the last response. */
    public JsonNode play(GoldenStep step) {
        JsonNode answer = once(step);
        for (int round = 1; round < step.repeat(); round++) {
            answer = once(step);
        }
        return answer;
    }

    private JsonNode once(GoldenStep step) {
        HttpResponse<String> response = send(request(step));
        JsonNode body = response.statusCode() == 204 || response.body().isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : parse(response.body());
        if (step.path().equals("/user/login/") && response.statusCode() == 200) {
            tokens.put(
                    step.request().at("/json/username").asText(),
                    body.get("token").asText());
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("status", response.statusCode());
        answer.set("headers", headers(response, body.isNull()));
        answer.set("body", normaliser.normal(body));
        return answer;
    }

    private HttpRequest request(GoldenStep step) {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        JsonNode wanted = step.request();
        if (wanted.has("json")) {
            JsonNode body = renamed(wanted.get("json"));
            request.method(step.method(), BodyPublishers.ofString(body.toString()))
                    .header("Content-Type", "application/json");
        } else if (wanted.has("raw")) {
            request.method(
                            step.method(),
                            BodyPublishers.ofString(wanted.get("raw").asText()))
                    .header("Content-Type", wanted.get("type").asText());
        } else if (Set.of("POST", "PUT").contains(step.method())) {
            request.method(step.method(), BodyPublishers.ofString("")).header("Content-Type", "application/json");
        } else {
            request.method(step.method(), BodyPublishers.noBody());
        }
        if (wanted.has("as")) {
            request.header(
                    "Authorization", "Token " + tokens.get(wanted.get("as").asText()));
        }
        if (wanted.has("auth")) {
            request.header("Authorization", wanted.get("auth").asText());
        }
        return request.uri(URI.create(base + path(step.path()))).build();
    }

    /** Prefixes a name from its first use as a user name; an invalid name is sent unchanged. */
    private JsonNode renamed(JsonNode body) {
        JsonNode username = body.path("username");
        String name = username.asText().strip();
        if (!username.isTextual() || name.isEmpty() || name.length() >= 100 || name.contains(" ")) {
            return body;
        }
        names.add(name);
        return ((ObjectNode) body.deepCopy()).put("username", username.asText().replace(name, prefix + name));
    }

    private String path(String path) {
        StringBuilder renamed = new StringBuilder();
        for (String part : path.split("/", -1)) {
            renamed.append(renamed.isEmpty() && part.isEmpty() ? "" : "/")
                    .append(names.contains(part) ? prefix + part : part);
        }
        return renamed.toString();
    }

    private static ObjectNode headers(HttpResponse<String> response, boolean isEmpty) {
        ObjectNode kept = JSON.createObjectNode();
        for (String name : HEADERS) {
            response.headers().firstValue(name).ifPresent(value -> kept.put(name, value.split(";", 2)[0]));
        }
        if (response.statusCode() == 405) {
            kept.put("allow", methods(response.headers().firstValue("allow").orElse("")));
        } else {
            kept.remove("allow");
        }
        if (isEmpty) {
            kept.remove("content-type");
        }
        return kept;
    }

    private static String methods(String allow) {
        Set<String> methods = new TreeSet<>(Set.of(allow.split(",\\s*")));
        methods.removeAll(Set.of("OPTIONS", "HEAD"));
        return String.join(", ", methods);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode().put("<not json>", body);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
