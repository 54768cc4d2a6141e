package dev.parley.adapters.rest.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** Responses as JSON. */
public final class Json {

    public static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static JsonNode of(RawHttp.Answer answer) {
        return of(answer.body());
    }

    public static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** The values of one field in all elements of a list. */
    public static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.path(field).asText())
                .toList();
    }
}
