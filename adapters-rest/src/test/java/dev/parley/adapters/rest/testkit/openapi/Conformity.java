package dev.parley.adapters.rest.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.adapters.rest.uri.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where an exchange is not as the document has it: an operation, a status, a media type, a header or a field that is
 * not described, a value that is not as described, or a request that was taken although the document forbids it.
 */
public final class Conformity {

    private final ApiDocument document;
    private final ApiSchemas schemas;

    public Conformity(ApiDocument document) {
        this.document = document;
        this.schemas = new ApiSchemas(document);
    }

    /** What is wrong with it; empty if it is as described. */
    public List<String> flaws(Exchange exchange) {
        return found(exchange).map(flaw -> exchange + ": " + flaw).toList();
    }

    /**
     * What is wrong with JSON that stands in the document itself.
     *
     * @param pointer to its schema
     */
    public List<String> flawsOfExample(String pointer, String json) {
        return schemas.flaws(pointer, json);
    }

    private Stream<String> found(Exchange exchange) {
        Optional<String> path = document.pathOf(exchange.path());
        if (path.isEmpty()) {
            return expect(exchange.status() == 404, "the path is not in the document");
        }
        if (exchange.method().equals("OPTIONS")) {
            return expect(exchange.status() == 200, "OPTIONS tells the methods");
        }
        boolean isHead = exchange.method().equals("HEAD");
        return document.operation(isHead ? "GET" : exchange.method(), path.get())
                .map(operation -> found(exchange, operation, isHead))
                .orElseGet(() -> expect(exchange.status() == 405, "the operation is not in the document"));
    }

    private Stream<String> found(Exchange exchange, ApiOperation operation, boolean isHead) {
        JsonNode response = operation.response(exchange.status());
        if (response.isMissingNode()) {
            return Stream.of("the status is not in the document: " + exchange.responseBody());
        }
        String pointer = operation.responsePointer(exchange.status());
        return Stream.of(
                        missingHeaders(exchange, response),
                        isHead ? Stream.<String>empty() : body(exchange, response, pointer),
                        exchange.status() < 300 ? request(exchange, operation) : Stream.<String>empty())
                .flatMap(flaws -> flaws);
    }

    /** The request id is given by the service around the adapter. */
    private Stream<String> missingHeaders(Exchange exchange, JsonNode response) {
        return response.path("headers").properties().stream()
                .filter(header ->
                        document.resolve(header.getValue()).get("required").asBoolean())
                .map(header -> header.getKey())
                .filter(name -> !name.equals("X-Request-Id"))
                .filter(name -> !exchange.received().containsKey(name.toLowerCase(Locale.ROOT)))
                .map(name -> "the header " + name + " is missing");
    }

    private Stream<String> body(Exchange exchange, JsonNode response, String pointer) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            return expect(exchange.responseBody().isEmpty(), "no body is in the document: " + exchange.responseBody());
        }
        String mediaType = exchange.mediaType().orElse("none");
        if (!content.has(mediaType)) {
            return Stream.of("the media type is not in the document: " + mediaType);
        }
        String at = pointer + "/content/" + ApiDocument.escaped(mediaType);
        return content.get(mediaType).has(StreamText.EVENTS)
                ? stream(exchange, content.get(mediaType).get(StreamText.EVENTS), at)
                : json(exchange, at);
    }

    private Stream<String> stream(Exchange exchange, JsonNode events, String pointer) {
        return StreamText.events(exchange.responseBody()).stream().flatMap(event -> {
            if (!events.has(event.name())) {
                return Stream.of("the event is not in the document: " + event);
            }
            String schema = pointer + "/" + StreamText.EVENTS + "/" + event.name() + "/data";
            return schemas.flaws(schema, event.data()).stream().map(flaw -> "told " + flaw + " in " + event);
        });
    }

    private Stream<String> json(Exchange exchange, String pointer) {
        return schemas.flaws(pointer + "/schema", exchange.responseBody()).stream()
                .map(flaw -> "answered with " + flaw + " in " + exchange.responseBody());
    }

    private Stream<String> request(Exchange exchange, ApiOperation operation) {
        List<String> flaws = new ArrayList<>();
        if (operation.bodySchema().isPresent()) {
            flaws.addAll(schemas.flaws(
                    operation.pointer() + "/requestBody/content/application~1json/schema", exchange.requestBody()));
        }
        operation.parameters().forEach(parameter -> flaws.addAll(parameter(exchange, operation, parameter)));
        return flaws.stream().map(flaw -> "took a request in spite of " + flaw);
    }

    private List<String> parameter(Exchange exchange, ApiOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        Optional<String> value = switch (parameter.get("in").asText()) {
            case "query" -> QueryString.parse(exchange.query()).lastValue(name);
            case "header" -> Optional.ofNullable(exchange.sent().get(name.toLowerCase(Locale.ROOT)));
            default -> Optional.of(""); // in the path, which has been matched
        };
        if (value.isEmpty()) {
            return parameter.get("required").asBoolean() ? List.of("no " + name) : List.of();
        }
        return parameter.get("in").asText().equals("path")
                ? List.of()
                : schemas.flaws(
                        schemaOf(operation, name),
                        json(
                                value.get(),
                                document.resolve(parameter.get("schema")).get("type")));
    }

    private static String schemaOf(ApiOperation operation, String name) {
        for (JsonNode reference : operation.node().get("parameters")) {
            String at = reference.get("$ref").asText().substring(1);
            if (operation.document().at("#" + at).get("name").asText().equals(name)) {
                return at + "/schema";
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    private static String json(String value, JsonNode type) {
        return type.asText().equals("string") ? TextNode.valueOf(value).toString() : value;
    }

    private static Stream<String> expect(boolean isSo, String otherwise) {
        return isSo ? Stream.empty() : Stream.of(otherwise);
    }
}
