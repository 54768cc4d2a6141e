package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Normalises responses: replaces ids, times and cursors by the order of their first appearance in a world. Equal values
 * stay equal, and different values stay different.
 */
final class NormalisedResponse {

    private static final String SESSION = "session_id";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern ID = Pattern.compile("\\d+");
    private static final Pattern CURSOR = Pattern.compile("A[\\w-]{10,}");
    private static final Pattern TOMBSTONE = Pattern.compile("~\\d+");

    private final String world;
    private final Map<String, String> labels = new HashMap<>();

    /** @param world the part of user names that differs between worlds; it is removed too */
    NormalisedResponse(String world) {
        this.world = world;
    }

    /** Status, headers and body. */
    String text(ApiResponse answer) {
        TreeMap<String, String> headers = new TreeMap<>(answer.headers());
        headers.remove("Date");
        assertThat(headers.replace("X-Request-Id", "blurred"))
                .as(answer.toString())
                .isNotEmpty();
        headers.computeIfPresent("Content-Length", (name, length) -> checked(length, answer));
        return answer.status() + " " + headers + "\n"
                + (answer.text().isEmpty() ? "" : blur("", answer.json()).toPrettyString());
    }

    /** The number of digits of an id may differ; normalising the length covers it. */
    private static String checked(String length, ApiResponse answer) {
        assertThat(length).isEqualTo(Integer.toString(answer.text().getBytes(StandardCharsets.UTF_8).length));
        return "as it is";
    }

    private JsonNode blur(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode blurred = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field ->
                                blurred.set(field.getKey(), blur(nameOf(field.getKey(), object), field.getValue())));
                yield blurred;
            }
            case ArrayNode array -> {
                ArrayNode blurred = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> blurred.add(blur(name, item)));
                yield blurred;
            }
            case TextNode text -> TextNode.valueOf(name.equals("request_id") ? "blurred" : blur(name, text.asText()));
            default -> node;
        };
    }

    /** Sessions are numbered separately, as their ids may coincide with those of messages. */
    private static String nameOf(String field, ObjectNode object) {
        return field.equals("id") && object.has("device_name") ? SESSION : field;
    }

    private String blur(String name, String text) {
        if (TIME.matcher(text).matches()) {
            return label("time", text);
        }
        if (ID.matcher(text).matches()) {
            return label(name.equals(SESSION) ? "session" : "message", text);
        }
        if (CURSOR.matcher(text).matches()) {
            return label("cursor", text);
        }
        return TOMBSTONE.matcher(text).matches() ? label("tombstone", text) : text.replace(world, "world");
    }

    private String label(String kind, String text) {
        return kind + " " + labels.computeIfAbsent(kind + text, unknown -> Integer.toString(labels.size() + 1));
    }
}
