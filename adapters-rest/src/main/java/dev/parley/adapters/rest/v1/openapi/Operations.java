package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.json.JsonBodyReader;
import dev.parley.adapters.rest.v1.description.Answer;
import dev.parley.adapters.rest.v1.description.Header;
import dev.parley.adapters.rest.v1.description.Operation;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Describes one operation after the other. */
final class Operations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Shapes shapes;
    private final Problems problems;
    private final StreamEvents streamEvents;

    Operations(Shapes shapes) {
        this.shapes = shapes;
        this.problems = new Problems(shapes);
        this.streamEvents = new StreamEvents(shapes);
    }

    ObjectNode describe(ResourceMethod method, Operation operation) {
        ObjectNode described =
                NODES.objectNode().put("operationId", operation.id()).put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            described.put("description", operation.description());
        }
        method.group().ifPresent(group -> described.putArray("tags").add(group.title()));
        described.set("security", security(method, operation));
        described.set("parameters", Parameters.references(method, operation));
        if (operation.body() != Void.class) {
            described.set("requestBody", body(operation));
        }
        described.set("responses", responses(method, operation));
        return described;
    }

    /** Any one of what is in it will do; nothing is needed if it is empty. */
    private static ArrayNode security(ResourceMethod method, Operation operation) {
        ArrayNode ways = NODES.arrayNode();
        if (method.isProtected() || operation.ticket()) {
            ways.addObject().putArray(OpenApi.TOKEN);
        }
        if (operation.ticket()) {
            ways.addObject().putArray(OpenApi.TICKET);
        }
        return ways;
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
        Stream.of(operation.answers())
                .forEach(answer -> byStatus.put(answer.status(), response(answer, headersOf(method, operation))));
        ObjectNode responses = NODES.objectNode();
        byStatus.forEach((status, response) -> responses.set(Integer.toString(status), response));
        return responses;
    }

    private static List<Header> headersOf(ResourceMethod method, Operation operation) {
        return method.isLimited() || operation.ticket()
                ? List.of(Header.REQUEST_ID, Header.RATE_LIMIT_POLICY, Header.RATE_LIMIT)
                : List.of(Header.REQUEST_ID);
    }

    private ObjectNode response(Answer answer, List<Header> usual) {
        ObjectNode response = NODES.objectNode().put("description", answer.description());
        response.set(
                "headers",
                Headers.references(Stream.concat(usual.stream(), Stream.of(answer.headers()))
                        .toList()));
        if (answer.events().length > 0) {
            response.putObject("content").set(answer.mediaType(), streamEvents.describe(List.of(answer.events())));
        }
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
