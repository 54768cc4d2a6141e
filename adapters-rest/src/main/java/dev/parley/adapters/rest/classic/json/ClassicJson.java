package dev.parley.adapters.rest.classic.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.json.JsonBodies;

/** Writes JSON as the seed did. */
public interface ClassicJson {

    /** All that the classic API answers with. */
    static JsonBodies bodies() {
        return new JsonBodies(ClassicBody.class, writer());
    }

    static ObjectWriter writer() {
        return JsonMapper.builder(JsonBodies.plain())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build()
                .writer();
    }
}
