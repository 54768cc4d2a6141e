package dev.parley.adapters.rest.v1.field;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The body of a request. Fields that nobody asks for do not matter, so that newer clients can talk to older servers.
 *
 * @param members the value of each field
 */
public record JsonObject(Map<String, JsonValue> members) {

    public JsonObject {
        members = Collections.unmodifiableMap(new HashMap<>(members)); // Map.copyOf is slow where hashes collide
    }

    JsonValue value(String field) {
        return members.getOrDefault(field, new JsonValue.Absent());
    }
}
