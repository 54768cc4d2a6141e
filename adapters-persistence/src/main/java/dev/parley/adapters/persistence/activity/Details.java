package dev.parley.adapters.persistence.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** An activity's details as a JSON object of strings. */
final class Details {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private Details() {}

    static String write(Map<String, String> details) {
        return MAPPER.valueToTree(details).toString();
    }

    static Map<String, String> read(String json) {
        try {
            return MAPPER.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
