package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.error.FieldFlaw;
import dev.parley.adapters.rest.v1.error.ProblemCode;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the values of v1 look like, with their limits and one value of each. */
public enum Kind {
    /** Of a field: whatever the type of its component says. Of a parameter: any text. */
    PLAIN("\"text\"", schema -> schema.put("type", "string")),
    NEW_USERNAME("\"ann\"", text(1, Username.MAX_LENGTH, "^[\\p{L}\\p{N}@.+_-]+$")),
    /** As it is shown: whoever is erased is a tilde and a number. */
    USERNAME("\"bea\"", text(1, Username.MAX_LENGTH, "^(~[1-9][0-9]*|[\\p{L}\\p{N}@.+_-]+)$")),
    /** Only compared, so that its limits are nobody's business. */
    CREDENTIAL(
            "\"correct horse battery\"", schema -> schema.put("type", "string").put("minLength", 1)),
    NEW_PASSWORD(
            "\"correct horse battery\"",
            schema -> schema.put("type", "string")
                    .put("minLength", Password.MIN_LENGTH)
                    .put("maxLength", Password.MAX_LENGTH)
                    .put("format", "password")),
    DEVICE_NAME("\"Ann's phone\"", text(1, DeviceName.MAX_LENGTH, "[^\\s]")),
    TOKEN("\"" + "c0ffee15600d".repeat(3) + "cafe\"", text(Token.LENGTH, Token.LENGTH, "^[0-9a-f]+$")),
    /** Digits today; clients take it for a name, and compare nothing but equality. */
    ID("\"42\"", text(1, 18, "^[1-9][0-9]*$")),
    CURSOR("\"AWdQl0d1c2VyczphbmQ\"", schema -> schema.put("type", "string").put("minLength", 1)),
    TIME(
            "\"2026-11-22T10:15:30.123456Z\"",
            schema -> schema.put("type", "string")
                    .put("format", "date-time")
                    .put("pattern", "^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z$")),
    FLAG("true", schema -> schema.put("type", "boolean")),
    COUNT("3", schema -> schema.put("type", "integer").put("format", "int64").put("minimum", 0)),
    LIMIT(
            "50",
            schema -> schema.put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", Paging.MAX_LIMIT)
                    .put("default", Paging.DEFAULT_LIMIT)),
    PREFIX("\"a\"", schema -> schema.put("type", "string").put("minLength", 1)),
    PROBLEM_CODE("\"user_not_found\"", schema -> {
        schema.put("type", "string");
        Stream.of(ProblemCode.values()).forEach(code -> schema.withArray("enum").add(code.code()));
    }),
    FIELD_FLAW("\"required\"", schema -> {
        schema.put("type", "string");
        Stream.of(FieldFlaw.values()).forEach(flaw -> schema.withArray("enum").add(flaw.code()));
    }),
    CURRENT(
            "\"current\"",
            schema -> schema.put("type", "string").putArray("enum").add("current"));

    private final String example;
    private final Consumer<ObjectNode> shape;

    Kind(String example, Consumer<ObjectNode> shape) {
        this.example = example;
        this.shape = shape;
    }

    /** One of it, as JSON. */
    String example() {
        return example;
    }

    /** A new schema, which may be added to. */
    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        shape.accept(schema);
        return schema;
    }

    private static Consumer<ObjectNode> text(int minLength, int maxLength, String pattern) {
        return schema -> schema.put("type", "string")
                .put("minLength", minLength)
                .put("maxLength", maxLength)
                .put("pattern", pattern);
    }
}
