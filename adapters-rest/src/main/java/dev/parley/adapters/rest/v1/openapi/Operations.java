package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.json.JsonBodyReader;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Describes one operation after the other. */
final class Operations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Shapes shapes;
    private final Problems problems;

    Operations(Shapes shapes) {
        this.shapes = shapes;
        this.problems = new Problems(shapes);
    }

    ObjectNode describe(ResourceMethod method, Operation operation) {
        ObjectNode described =
                NODES.objectNode().put("operationId", operation.id()).put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            described.put("description", operation.description());
        }
        method.group().ifPresent(group -> described.putArray("tags").add(group.title()));
        described.set("security", NODES.arrayNode());
        if (method.isProtected()) {
            described.withArray("security").addObject().putArray(OpenApi.TOKEN);
        }
        described.set("parameters", Parameters.references(method, operation));
        if (operation.body() != Void.class) {
            described.set("requestBody", body(operation));
        }
        described.set("responses", responses(method, operation));
        return described;
    }

    private ObjectNode body(Operation operation) {
        ObjectNode body = NODES.objectNode()
                .put("required", true)
                .put(
                        "description",
                        "At most " + JsonBodyReader.MAX_BYTES + " bytes of JSON in UTF-8. Unknown fields are ignored.");
        set(body, MediaType.APPLICATION_JSON, shapes.of(operation.body()));
        return body;
    }

    private ObjectNode responses(ResourceMethod method, Operation operation) {
        Map<Integer, ObjectNode> byStatus = new TreeMap<>(problems.responses(Refusals.of(method, operation)));
        Stream.of(operation.answers()).forEach(answer -> byStatus.put(answer.status(), response(answer)));
        ObjectNode responses = NODES.objectNode();
        byStatus.forEach((status, response) -> responses.set(Integer.toString(status), response));
        return responses;
    }

    private ObjectNode response(Answer answer) {
        ObjectNode response = NODES.objectNode().put("description", answer.description());
        response.set(
                "headers",
                Headers.references(Stream.concat(Stream.of(Header.REQUEST_ID), Stream.of(answer.headers()))
                        .toList()));
        if (answer.body() != Void.class) {
            set(response, answer.mediaType(), answer.page() ? shapes.pageOf(answer.body()) : shapes.of(answer.body()));
        }
        return response;
    }

    private static void set(ObjectNode message, String mediaType, Shape shape) {
        ObjectNode content = message.putObject("content").putObject(mediaType);
        content.set("schema", shape.schema());
        content.set("example", shape.example());
    }
}
