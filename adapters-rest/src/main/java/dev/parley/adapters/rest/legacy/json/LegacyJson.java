package dev.parley.adapters.rest.legacy.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.json.JsonBodies;

/** Writes JSON in the format of the legacy API. */
public final class LegacyJson {

    private LegacyJson() {}

    /** The response bodies of the legacy API. */
    public static JsonBodies bodies() {
        return new JsonBodies(LegacyBody.class, writer());
    }

    public static ObjectWriter writer() {
        return JsonMapper.builder(JsonBodies.plain())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build()
                .writer();
    }
}
