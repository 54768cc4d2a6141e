package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.jspecify.annotations.Nullable;

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
            Shape reference = named(name(kind).replaceFirst("Data$", "") + name(type), shape);
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
        ArrayNode required = NODES.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            Shape field = field(component, item);
            String name = fieldName(component);
            properties.set(name, field.schema());
            example.set(name, field.example());
            if (isRequired(component)) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return new Shape(schema, example);
    }

    private static String fieldName(RecordComponent component) {
        return said(component)
                .map(Field::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> V1Json.fieldName(component.getName()));
    }

    private static Optional<Field> said(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Field.class));
    }

    private static boolean isRequired(RecordComponent component) {
        boolean isLeftOut = isNullable(component) && V1Json.leavesNullsOut(component.getDeclaringRecord());
        return !isOptional(component) && !isLeftOut;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                && said(component).filter(Field::required).isEmpty();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Shape field(RecordComponent component, Class<?> item) {
        Optional<Field> said = said(component);
        Kind kind = said.map(Field::kind).orElse(Kind.PLAIN);
        Shape shape = kind == Kind.PLAIN ? of(component.getGenericType(), item) : of(kind);
        ObjectNode schema = shape.schema();
        said.ifPresent(field -> Stream.of(field.oneOf())
                .forEach(text -> schema.withArray("enum").add(text)));
        boolean isLeftOut = V1Json.leavesNullsOut(component.getDeclaringRecord());
        ObjectNode whole = isOptional(component) || (isNullable(component) && !isLeftOut) ? orNull(schema) : schema;
        said.ifPresent(field -> whole.put("description", field.value()));
        JsonNode example = said.map(Field::example)
                .filter(json -> !json.isEmpty())
                .map(V1Json::read)
                .orElse(shape.example());
        if (!example.isContainerNode()) {
            whole.putArray("examples").add(example);
        }
        return new Shape(whole, example);
    }

    private static Shape of(Kind kind) {
        return new Shape(kind.schema(), V1Json.read(kind.example()));
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
            case Class<?> itself when KINDS.containsKey(itself) -> of(KINDS.get(itself));
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
