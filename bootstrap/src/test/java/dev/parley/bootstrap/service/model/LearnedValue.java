package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An id or a time that only the service can assign. The first value that the service returns is learned, and all later
 * ones must be equal.
 */
public final class LearnedValue {

    private final UnaryOperator<String> meaning;
    private Optional<String> learned = Optional.empty();

    private LearnedValue(UnaryOperator<String> meaning) {
        this.meaning = meaning;
    }

    static LearnedValue id() {
        return new LearnedValue(UnaryOperator.identity());
    }

    /** The legacy API and v1 may format the same time differently. */
    static LearnedValue time() {
        return new LearnedValue(text -> Instant.parse(text).toString());
    }

    /** @throws java.util.NoSuchElementException if no value was learned yet */
    public String value() {
        return learned.orElseThrow();
    }

    /** A wildcard that must be a text. */
    public JsonNode text() {
        return Wildcard.of(actual -> agreedWith(actual, JsonNodeType.STRING));
    }

    /** A wildcard that must be a number. */
    JsonNode number() {
        return Wildcard.of(actual -> agreedWith(actual, JsonNodeType.NUMBER));
    }

    /** The actual node if it has the learned value, and otherwise the expected one. */
    private JsonNode agreedWith(JsonNode actual, JsonNodeType type) {
        if (actual.getNodeType() != type) {
            return TextNode.valueOf(
                    "a " + type + learned.map(value -> " " + value).orElse(""));
        }
        String means = meaning.apply(actual.asText());
        if (learned.isEmpty()) {
            learned = Optional.of(means);
        }
        return learned.get().equals(means) ? actual : TextNode.valueOf(learned.get());
    }
}
