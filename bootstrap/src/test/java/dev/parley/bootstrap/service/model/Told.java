package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An id or a time, which only the service can give. Whatever tells it first is believed, and all others must agree. */
public final class Told {

    private final UnaryOperator<String> meaning;
    private Optional<String> told = Optional.empty();

    private Told(UnaryOperator<String> meaning) {
        this.meaning = meaning;
    }

    static Told id() {
        return new Told(UnaryOperator.identity());
    }

    /** Classic and v1 may write the same time in two ways. */
    static Told time() {
        return new Told(text -> Instant.parse(text).toString());
    }

    /** @throws java.util.NoSuchElementException if nothing has told it yet */
    public String value() {
        return told.orElseThrow();
    }

    /** In an expected answer, where it must be a text. */
    public JsonNode text() {
        return Hole.of(actual -> agreedWith(actual, JsonNodeType.STRING));
    }

    /** In an expected answer, where it must be a number. */
    JsonNode number() {
        return Hole.of(actual -> agreedWith(actual, JsonNodeType.NUMBER));
    }

    /** The same node if it tells this, and otherwise what it should tell. */
    private JsonNode agreedWith(JsonNode actual, JsonNodeType type) {
        if (actual.getNodeType() != type) {
            return TextNode.valueOf("a " + type + told.map(value -> " " + value).orElse(""));
        }
        String means = meaning.apply(actual.asText());
        if (told.isEmpty()) {
            told = Optional.of(means);
        }
        return told.get().equals(means) ? actual : TextNode.valueOf(told.get());
    }
}
