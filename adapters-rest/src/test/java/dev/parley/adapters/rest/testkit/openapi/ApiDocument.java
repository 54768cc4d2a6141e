package dev.parley.adapters.rest.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The OpenAPI document as a client reads it. */
public record ApiDocument(JsonNode root) {

    public static ApiDocument parse(String json) {
        return new ApiDocument(Json.of(json));
    }

    public List<ApiOperation> operations() {
        return root.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new ApiOperation(
                                this,
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue())))
                .toList();
    }

    public ApiOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The path, with its variables, that an encoded one is of: a literal one before a variable one. */
    Optional<String> pathOf(String path) {
        return root.get("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> matches(template.split("/", -1), path.split("/", -1)))
                .min(Comparator.comparing((String template) -> template.contains("{")));
    }

    private static boolean matches(String[] template, String[] path) {
        return template.length == path.length
                && Stream.iterate(0, i -> i < path.length, i -> i + 1)
                        .allMatch(i -> template[i].startsWith("{") ? !path[i].isEmpty() : template[i].equals(path[i]));
    }

    Optional<ApiOperation> operation(String method, String path) {
        return operations().stream()
                .filter(operation ->
                        operation.path().equals(path) && operation.method().equals(method))
                .findFirst();
    }

    /** What a node stands for, if it is a reference. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asText()) : node;
    }

    /** The name as a part of a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** @param reference into this document, such as {@code #/components/schemas/User} */
    public JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }
}
