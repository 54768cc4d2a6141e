package dev.parley.adapters.rest.v1.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.json.UtcTime;
import java.io.IOException;
import java.time.Instant;

/** The mapper of v1: snake case, nulls written, times always with six digits. */
public interface V1Json {

    /** All that v1 answers with. */
    static JsonBodies bodies() {
        return new JsonBodies(V1Body.class, writer());
    }

    static ObjectWriter writer() {
        return JsonMapper.builder(JsonBodies.plain())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(new SimpleModule("v1").addSerializer(Instant.class, new Times()))
                .build()
                .writer();
    }

    /** Six digits even where they are zeros: every time has one length, and sorts as text. */
    final class Times extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(UtcTime.microseconds(time));
        }
    }
}
