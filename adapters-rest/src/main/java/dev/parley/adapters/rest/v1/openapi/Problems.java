package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Header;
import dev.parley.adapters.rest.v1.error.ProblemExample;
import dev.parley.adapters.rest.v1.error.ProblemResponse;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Responses that say what went wrong: one for each status, with all problems that have it. */
final class Problems {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode schema;

    Problems(Shapes shapes) {
        this.schema = shapes.of(ProblemResponse.class).schema();
    }

    /** One of each problem there is, for {@code components}. */
    static ObjectNode examples() {
        ObjectNode examples = NODES.objectNode();
        for (ProblemCode code : ProblemCode.values()) {
            ObjectNode example = examples.putObject(code.code()).put("summary", code.meaning());
            example.set("value", V1Json.tree(ProblemExample.of(code)));
        }
        return examples;
    }

    /** By status. */
    Map<Integer, ObjectNode> responses(Collection<ProblemCode> codes) {
        Map<Integer, List<ProblemCode>> byStatus =
                codes.stream().collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        Map<Integer, ObjectNode> responses = new TreeMap<>();
        byStatus.forEach((status, some) -> responses.put(status, response(status, some)));
        return responses;
    }

    private ObjectNode response(int status, List<ProblemCode> codes) {
        ObjectNode response = NODES.objectNode()
                .put("description", codes.stream().map(ProblemCode::title).collect(Collectors.joining(", or ")));
        response.set("headers", Headers.references(headersOf(status)));
        ObjectNode content = response.putObject("content").putObject(ProblemResponse.MEDIA_TYPE.toString());
        content.set("schema", schemaOf(codes));
        ObjectNode examples = content.putObject("examples");
        codes.forEach(code -> examples.putObject(code.code()).put("$ref", "#/components/examples/" + code.code()));
        return response;
    }

    private ObjectNode schemaOf(List<ProblemCode> codes) {
        ObjectNode narrowed = schema.deepCopy();
        ObjectNode code = narrowed.putObject("properties").putObject("code");
        codes.forEach(one -> code.withArray("enum").add(one.code()));
        return narrowed;
    }

    private static List<Header> headersOf(int status) {
        return switch (status) {
            case 401 -> List.of(Header.REQUEST_ID, Header.WWW_AUTHENTICATE);
            case 429 -> List.of(Header.REQUEST_ID, Header.RETRY_AFTER, Header.RATE_LIMIT_POLICY, Header.RATE_LIMIT);
            case 503 -> List.of(Header.REQUEST_ID, Header.RETRY_AFTER);
            default -> List.of(Header.REQUEST_ID);
        };
    }
}
