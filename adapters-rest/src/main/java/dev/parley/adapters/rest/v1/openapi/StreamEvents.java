package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.StreamEvent;
import java.util.List;
import java.util.Map;

/**
 * Describes the events of a stream. OpenAPI 3.1 has no words for them: what it calls the content is the text as a whole.
 * So each event stands in an extension, with the schema of its data and one of it.
 */
final class StreamEvents {

    static final String EXTENSION = "x-sse-events";

    private final Shapes shapes;

    StreamEvents(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The content of a stream. */
    ObjectNode describe(List<StreamEvent> events) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        events.forEach(event -> describe(event, described));
        StringBuilder example = new StringBuilder("retry: 3000\n\n");
        described.properties().stream().limit(2).forEach(event -> example.append(text(event)));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.putObject("schema")
                .put("type", "string")
                .put("description", "Server-sent events; `" + EXTENSION + "` has the schema of the data of each.");
        content.put("example", example.toString());
        content.set(EXTENSION, described);
        return content;
    }

    private void describe(StreamEvent event, ObjectNode described) {
        if (event.name().isEmpty()) {
            shapes.variants(event.data())
                    .forEach((type, shape) -> describe(type, event.description(), shape, described));
        } else {
            describe(event.name(), event.description(), shapes.of(event.data()), described);
        }
    }

    private static void describe(String name, String description, Shape data, ObjectNode described) {
        ObjectNode event = described.putObject(name).put("description", description);
        event.set("data", data.schema());
        event.set("example", data.example());
    }

    private static String text(Map.Entry<String, JsonNode> event) {
        String id = Kinds.shapeOf(Kind.CURSOR).example().textValue();
        return "id: " + id + "\nevent: " + event.getKey() + "\ndata: "
                + event.getValue().get("example") + "\n\n";
    }
}
