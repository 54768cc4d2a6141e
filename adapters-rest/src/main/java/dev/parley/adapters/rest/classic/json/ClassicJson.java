package dev.parley.adapters.rest.classic.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.json.JsonBodyWriter;

/** Writes JSON as the seed did. */
interface ClassicJson {

    static ObjectWriter writer() {
        return JsonMapper.builder(JsonBodyWriter.plain())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build()
                .writer();
    }
}
