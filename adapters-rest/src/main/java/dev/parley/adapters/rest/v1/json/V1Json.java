package dev.parley.adapters.rest.v1.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.json.UtcTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes JSON in the format of v1: snake case, explicit nulls, times with six fractional digits. */
public final class V1Json {

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonBodies.plain())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule("v1").addSerializer(Instant.class, new Times()))
            .build();

    private V1Json() {}

    /** The response bodies of v1. */
    public static JsonBodies bodies() {
        return new JsonBodies(V1Body.class, writer());
    }

    public static ObjectWriter writer() {
        return MAPPER.writer();
    }

    /** The JSON tree of a body. */
    public static JsonNode tree(V1Body body) {
        return MAPPER.valueToTree(body);
    }

    /** @throws UncheckedIOException never in practice: a tree can always be written */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always writes six fractional digits, so that all times have the same length and sort as text. */
    public static final class Times extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(UtcTime.microseconds(time));
        }
    }
}
