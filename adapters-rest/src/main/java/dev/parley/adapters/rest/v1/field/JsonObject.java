package dev.parley.adapters.rest.v1.field;

import java.util.Map;

/**
 * The body of a request. Fields that nobody asks for do not matter, so that newer clients can talk to older servers.
 *
 * @param members the last value of each field
 */
public record JsonObject(Map<String, JsonValue> members) {

    public JsonObject {
        members = Map.copyOf(members);
    }

    JsonValue value(String field) {
        return members.getOrDefault(field, new JsonValue.Absent());
    }
}
