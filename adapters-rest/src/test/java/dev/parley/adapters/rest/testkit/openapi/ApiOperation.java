package dev.parley.adapters.rest.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the document.
 *
 * @param path with its variables in braces
 */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode node) {

    public String id() {
        return node.path("operationId").asText();
    }

    public boolean isProtected() {
        return !node.path("security").isEmpty();
    }

    /** Each as it is described. */
    public List<JsonNode> parameters() {
        return stream(node.path("parameters")).map(document::resolve).toList();
    }

    public Stream<JsonNode> parametersIn(String place) {
        return parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals(place));
    }

    /** The schema of the body, without a reference; empty if there is none. */
    public Optional<JsonNode> bodySchema() {
        JsonNode schema = node.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(document.resolve(schema));
    }

    /** A body that is good; empty if there is none. */
    public Optional<JsonNode> bodyExample() {
        JsonNode example = node.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? Optional.empty() : Optional.of(example);
    }

    /** The statuses that it is documented to answer with. */
    public List<Integer> statuses() {
        return node.get("responses").properties().stream()
                .map(response -> Integer.valueOf(response.getKey()))
                .toList();
    }

    /** The response, without a reference; missing if there is none. */
    public JsonNode response(int status) {
        return document.resolve(reference(status));
    }

    /** The JSON pointer of the response. */
    public String responsePointer(int status) {
        JsonNode response = reference(status);
        return response.has("$ref") ? response.get("$ref").asText().substring(1) : pointer() + "/responses/" + status;
    }

    private JsonNode reference(int status) {
        return node.get("responses").path(Integer.toString(status));
    }

    /** The JSON pointer of the operation. */
    public String pointer() {
        return "/paths/" + ApiDocument.escaped(path) + "/" + method.toLowerCase(Locale.ROOT);
    }

    /** The codes of the problems that it is documented to answer with. */
    public List<String> problems() {
        return statuses().stream()
                .flatMap(status ->
                        stream(response(status).at("/content/application~1problem+json/schema/properties/code/enum")))
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return id();
    }
}
