package dev.parley.adapters.rest.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds JSON to the schemas of the document. To clients the document leaves answers open, for fields of later versions;
 * here they are closed: an unknown field is one without a description.
 */
final class ApiSchemas {

    private static final String HOME = "urn:parley:openapi";

    /** The document does not describe itself. */
    private static final Set<String> OPEN = Set.of("OpenApiOutline");

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    ApiSchemas(ApiDocument document) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(HOME, closed(document).toString()))
                        .schemaRegistryConfig(config));
    }

    /**
     * What is wrong with the JSON.
     *
     * @param pointer to the schema in the document
     */
    List<String> flaws(String pointer, String json) {
        return schemas
                .computeIfAbsent(pointer, one -> registry.getSchema(SchemaLocation.of(HOME + "#" + one)))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode closed(ApiDocument document) {
        JsonNode closed = document.root().deepCopy();
        closed.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().has("properties"))
                .filter(schema -> !schema.getKey().endsWith("Request") && !OPEN.contains(schema.getKey()))
                .forEach(schema -> ((ObjectNode) schema.getValue()).put("additionalProperties", false));
        return closed;
    }
}
