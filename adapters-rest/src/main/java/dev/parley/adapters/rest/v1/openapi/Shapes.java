package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.Named;
import dev.parley.adapters.rest.v1.description.Types;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.page.PageResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes schemas and examples of records, and gathers the schemas under names of their own. */
final class Shapes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/components/schemas/";

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class, Kind.PLAIN,
            Instant.class, Kind.TIME,
            boolean.class, Kind.FLAG,
            int.class, Kind.COUNT,
            long.class, Kind.COUNT);

    private final ObjectNode schemas = NODES.objectNode();

    /** All that there are so far. */
    ObjectNode schemas() {
        return schemas;
    }

    /** Of a record, by reference. */
    Shape of(Class<?> type) {
        return named(name(type), type, type);
    }

    /** Of a page of such items, by reference. */
    Shape pageOf(Class<?> item) {
        return named(name(item) + "Page", PageResponse.class, item);
    }

    /** @param item what stands where the record has an interface */
    private Shape named(String name, Class<?> type, Class<?> item) {
        return named(name, kinds(type).isEmpty() ? object(type, item) : oneOf(type));
    }

    private Shape named(String name, Shape shape) {
        schemas.set(name, shape.schema());
        return new Shape(NODES.objectNode().put("$ref", REFERENCE + name), shape.example());
    }

    private static String name(Class<?> type) {
        if (type.isAnnotationPresent(Named.class)) {
            return type.getAnnotation(Named.class).value();
        }
        String own = type.getSimpleName().replaceFirst("Response$", "");
        boolean needsMore = type.isMemberClass() && !type.getDeclaringClass().isInterface();
        return needsMore ? name(type.getDeclaringClass()) + own : own;
    }

    /** The records that can stand where this one has a sealed interface; none if it has none. */
    private static List<Class<?>> kinds(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .filter(Class::isSealed)
                .<Class<?>>flatMap(sum -> Stream.of(sum.getPermittedSubclasses()))
                .toList();
    }

    /** A record whose component {@code type} says what else is in it. */
    private Shape oneOf(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        ObjectNode mapping =
                schema.putObject("discriminator").put("propertyName", "type").putObject("mapping");
        Map<String, Shape> variants = variants(type);
        variants.forEach((value, shape) -> mapping.set(value, shape.schema().get("$ref")));
        variants.values().stream().map(Shape::schema).distinct().forEach(schema.withArray("oneOf")::add);
        return new Shape(schema, variants.values().iterator().next().example());
    }

    /** The forms that a record has, by the value of its component {@code type}. */
    Map<String, Shape> variants(Class<?> type) {
        Map<String, Shape> variants = new LinkedHashMap<>();
        for (Class<?> kind : kinds(type)) {
            List<String> values = List.of(kind.getAnnotation(Types.class).value());
            Shape shape = object(type, kind);
            ArrayNode allowed = ((ObjectNode) shape.schema().at("/properties/type")).putArray("enum");
            values.forEach(allowed::add);
            Shape reference = named(name(kind).replaceFirst("Event$", "") + name(type), shape);
            values.forEach(value -> variants.put(value, new Shape(reference.schema(), typed(shape.example(), value))));
        }
        return variants;
    }

    private static JsonNode typed(JsonNode example, String type) {
        ObjectNode typed = example.deepCopy();
        return typed.put("type", type);
    }

    private Shape object(Class<?> type, Class<?> item) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode example = NODES.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            FieldOf field = new FieldOf(component);
            Shape shape = shape(field, item);
            properties.set(field.name(), shape.schema());
            example.set(field.name(), shape.example());
            if (field.isRequired()) {
                schema.withArray("required").add(field.name());
            }
        }
        return new Shape(schema, example);
    }

    private Shape shape(FieldOf field, Class<?> item) {
        Shape plain = field.kind() == Kind.PLAIN ? of(field.type(), item) : Kinds.shapeOf(field.kind());
        ObjectNode schema = plain.schema();
        field.oneOf().forEach(text -> schema.withArray("enum").add(text));
        ObjectNode whole = (field.canBeNull() ? orNull(schema) : schema).put("description", field.description());
        JsonNode example = field.example().map(V1Json::read).orElse(plain.example());
        if (!example.isContainerNode()) {
            whole.putArray("examples").add(example);
        }
        return new Shape(whole, example);
    }

    private Shape of(Type type, Class<?> item) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == List.class -> list(of(generic.getActualTypeArguments()[0], item));
            case ParameterizedType generic
            when generic.getRawType() == Optional.class -> of(generic.getActualTypeArguments()[0], item);
            case ParameterizedType generic
            when generic.getRawType() == Map.class -> map(of(generic.getActualTypeArguments()[1], item));
            case Class<?> itself when itself.isInterface() -> of(item);
            case Class<?> itself when KINDS.containsKey(itself) -> Kinds.shapeOf(KINDS.get(itself));
            case Class<?> itself when itself.isRecord() -> of(itself);
            default -> throw new IllegalStateException("no schema is known for " + type.getTypeName());
        };
    }

    private static Shape list(Shape element) {
        ObjectNode schema = NODES.objectNode().put("type", "array");
        schema.set("items", element.schema());
        return new Shape(schema, NODES.arrayNode().add(element.example()));
    }

    private static Shape map(Shape value) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.set("additionalProperties", value.schema());
        return new Shape(schema, NODES.objectNode());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        if (schema.has("enum")) {
            schema.withArray("enum").addNull();
        }
        String type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
        return schema;
    }
}
