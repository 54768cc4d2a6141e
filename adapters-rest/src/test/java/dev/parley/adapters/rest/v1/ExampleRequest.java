package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import dev.parley.adapters.rest.uri.PercentCoding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as the document describes it: its required parameters and its body, with the example values except where a
 * value is given.
 *
 * @param values by the names of parameters and fields; an empty text omits a parameter
 */
record ExampleRequest(ApiOperation operation, Map<String, String> values) {

    ExampleRequest {
        values = Map.copyOf(values);
    }

    ExampleRequest with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new ExampleRequest(operation, more);
    }

    Request as(String token) {
        Request open = anonymous();
        return operation.isProtected() ? open.with("Authorization", "Bearer " + token) : open;
    }

    Request anonymous() {
        Request request = Request.of(operation.method(), path() + query());
        for (JsonNode header : operation.parametersIn("header").toList()) {
            Request before = request;
            request = Optional.ofNullable(values.get(name(header)))
                    .map(value -> before.with(name(header), value))
                    .orElse(before);
        }
        return body().map(JsonNode::toString).map(request::json).orElse(request);
    }

    /** Only the body. */
    Optional<JsonNode> body() {
        return operation.bodyExample().map(example -> {
            ObjectNode body = example.deepCopy();
            values.entrySet().stream()
                    .filter(value -> body.has(value.getKey()))
                    .forEach(value -> body.set(value.getKey(), TextNode.valueOf(value.getValue())));
            return body;
        });
    }

    private String path() {
        String path = operation.path();
        for (JsonNode parameter : operation.parametersIn("path").toList()) {
            path = path.replace("{" + name(parameter) + "}", encoded(value(parameter)));
        }
        return path;
    }

    private String query() {
        String query = operation
                .parametersIn("query")
                .filter(parameter -> parameter.get("required").asBoolean() || values.containsKey(name(parameter)))
                .filter(parameter -> !value(parameter).isEmpty())
                .map(parameter -> name(parameter) + "=" + encoded(value(parameter)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String value(JsonNode parameter) {
        return values.getOrDefault(name(parameter), parameter.path("example").asText());
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").asText();
    }

    private static String encoded(String text) {
        return PercentCoding.encode(text, PercentCoding.SAFE_IN_QUERY);
    }
}
