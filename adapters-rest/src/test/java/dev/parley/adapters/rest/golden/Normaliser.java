package dev.parley.adapters.rest.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes values that differ between runs: times, tokens, parse error reasons, the base URL and the prefix of user
 * names. Numeric ids become the order of their first appearance.
 */
final class Normaliser {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{40}");
    private static final String PARSE_ERROR = "JSON parse error - ";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String base;
    private final String prefix;
    private final Set<String> names;
    private final Map<String, Map<Long, String>> labels = new HashMap<>();

    Normaliser(String base, String prefix, Set<String> names) {
        this.base = base;
        this.prefix = prefix;
        this.names = names;
    }

    JsonNode normal(JsonNode value) {
        return normal(value, "");
    }

    private JsonNode normal(JsonNode value, String key) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value, key);
            case NUMBER -> number(value, key);
            case STRING -> JSON.textNode(text(value.asText(), key));
            default -> value;
        };
    }

    /** Sorted by name, as in the recording, because labels are assigned in this order. */
    private JsonNode object(JsonNode value) {
        ObjectNode normal = JSON.objectNode();
        value.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> normal.set(entry.getKey(), normal(entry.getValue(), entry.getKey())));
        return normal;
    }

    private JsonNode array(JsonNode value, String key) {
        ArrayNode normal = JSON.arrayNode();
        value.forEach(element -> normal.add(normal(element, key)));
        return normal;
    }

    private JsonNode number(JsonNode value, String key) {
        return switch (key) {
            case "id" -> label("id", value.asLong());
            case "sender", "reciever" -> label("user", value.asLong());
            default -> value;
        };
    }

    private JsonNode label(String kind, long id) {
        Map<Long, String> seen = labels.computeIfAbsent(kind, any -> new HashMap<>());
        return JSON.textNode(seen.computeIfAbsent(id, any -> kind + ":" + (seen.size() + 1)));
    }

    private String text(String text, String key) {
        String value = List.of("next", "previous").contains(key) ? text.replace(base, "<base>") : text;
        if (key.equals("token")) {
            return TOKEN.matcher(value).matches() ? "<token>" : value;
        }
        if (TIME.matcher(value).matches()) {
            return "<time>";
        }
        if (key.equals("detail") && value.startsWith(PARSE_ERROR)) {
            return PARSE_ERROR + "<reason>";
        }
        return unprefixed(value);
    }

    private String unprefixed(String value) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(value, (text, name) -> text.replace(prefix + name, name));
    }
}
