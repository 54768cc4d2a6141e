package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A wildcard: a place in an expected response whose value only the service knows. */
@FunctionalInterface
public interface Wildcard {

    /** Given the actual value, returns the same value if it is possible, and otherwise the expected one. */
    JsonNode filledWith(JsonNode actual);

    static JsonNode of(Wildcard hole) {
        return new POJONode(hole);
    }

    /** Any text, such as a cursor or a token. */
    static JsonNode anyText() {
        return of(actual -> actual.isTextual() ? actual : TextNode.valueOf("any text"));
    }

    /** Replaces every wildcard of the expected response: the result equals the actual response if that is correct. */
    static JsonNode fill(JsonNode expected, JsonNode actual) {
        return switch (expected) {
            case POJONode node when node.getPojo() instanceof Wildcard hole -> hole.filledWith(actual);
            case ObjectNode node -> fill(node, actual);
            case ArrayNode node -> fill(node, actual);
            default -> expected;
        };
    }

    private static JsonNode fill(ObjectNode expected, JsonNode actual) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        expected.properties()
                .forEach(field -> filled.set(field.getKey(), fill(field.getValue(), actual.path(field.getKey()))));
        return filled;
    }

    private static JsonNode fill(ArrayNode expected, JsonNode actual) {
        ArrayNode filled = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < expected.size(); i++) {
            filled.add(fill(expected.get(i), actual.path(i)));
        }
        return filled;
    }
}
