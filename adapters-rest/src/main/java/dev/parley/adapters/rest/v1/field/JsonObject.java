package dev.parley.adapters.rest.v1.field;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The body of a request. Unknown fields are ignored, so that newer clients can use older servers.
 *
 * @param members the field values by name
 */
public record JsonObject(Map<String, JsonValue> members) {

    public JsonObject {
        members = Collections.unmodifiableMap(new HashMap<>(members)); // Map.copyOf is slow for colliding hashes
    }

    JsonValue value(String field) {
        return members.getOrDefault(field, new JsonValue.Absent());
    }
}
