package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** Builds expected responses. */
public final class Json {

    private Json() {}

    /** @param namesAndValues a name, its value, the next name and so on; an empty Optional is null */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return object;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case LearnedValue told -> told.text();
            case String text -> TextNode.valueOf(text);
            case Integer number -> IntNode.valueOf(number);
            case Boolean bool -> BooleanNode.valueOf(bool);
            case Optional<?> optional -> optional.<JsonNode>map(Json::node).orElse(NullNode.instance);
            case List<?> items -> array(items);
            default -> throw new IllegalArgumentException("unsupported type: " + value.getClass());
        };
    }

    private static ArrayNode array(List<?> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(node(item)));
        return array;
    }
}
