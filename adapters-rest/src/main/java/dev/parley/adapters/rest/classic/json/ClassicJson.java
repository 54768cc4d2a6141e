package dev.parley.adapters.rest.classic.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.json.JsonBodies;

/** Writes JSON in the format of the legacy API. */
public interface ClassicJson {

    /** The response bodies of the legacy API. */
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
