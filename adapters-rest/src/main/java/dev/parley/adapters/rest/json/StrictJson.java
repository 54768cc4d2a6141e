package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads JSON strictly: UTF-8, exactly one value, no NaN, no comments, no byte order mark. */
public final class StrictJson {

    private StrictJson() {}

    /** Converts one value. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads the value to its end.
         *
         * @param first the first token of the value, at which the parser stands; never null
         */
        T read(JsonToken first, JsonParser parser) throws IOException, MalformedJsonException;
    }

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .recyclerPool(JsonBodies.sharedBuffers())
            .build();

    /**
     * @throws MalformedJsonException if {@code body} is not exactly one JSON value, or if {@code reading} rejects
     *     it
     */
    public static <T> T parse(byte[] body, Reading<T> reading) throws MalformedJsonException {
        String text = Utf8.decode(body);
        try (JsonParser parser = FACTORY.createParser(text)) {
            return only(parser, reading);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string must not fail", e);
        }
    }

    private static <T> T only(JsonParser parser, Reading<T> reading) throws IOException, MalformedJsonException {
        try {
            T value = reading.read(first(parser), parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("Extra data", parser.currentTokenLocation());
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation location = Objects.requireNonNullElseGet(e.getLocation(), parser::currentLocation);
            throw new MalformedJsonException(ParseErrorMessage.of(e), location);
        }
    }

    private static JsonToken first(JsonParser parser) throws IOException, MalformedJsonException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedJsonException(ParseErrorMessage.END, parser.currentLocation());
        }
        return first;
    }
}
