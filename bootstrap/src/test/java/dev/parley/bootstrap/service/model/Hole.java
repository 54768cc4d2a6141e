package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A place in an expected answer that the model leaves to the service. */
@FunctionalInterface
public interface Hole {

    /** Given what the service says there: the same if that can be, and otherwise what should be there. */
    JsonNode filledWith(JsonNode actual);

    static JsonNode of(Hole hole) {
        return new POJONode(hole);
    }

    /** A text of which nothing is known: a cursor, a token. */
    static JsonNode anyText() {
        return of(actual -> actual.isTextual() ? actual : TextNode.valueOf("any text"));
    }

    /** The expected answer with every hole filled: equal to the actual one, if that is right. */
    static JsonNode fill(JsonNode expected, JsonNode actual) {
        return switch (expected) {
            case POJONode node when node.getPojo() instanceof Hole hole -> hole.filledWith(actual);
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
