package dev.parley.bootstrap.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/**
 * An event of a stream.
 *
 * @param id the cursor after this event
 */
record StreamEvent(String type, String id, JsonNode data) {

    private static final Set<String> MARKS = Set.of("fresh", "resumed", "reset", "caught_up", "bye");
    private static final JsonMapper JSON = new JsonMapper();

    static StreamEvent of(String type, String id, String data) {
        try {
            return new StreamEvent(type, id, JSON.readTree(data));
        } catch (JsonProcessingException e) {
            throw new AssertionError("expected JSON, was: " + data, e);
        }
    }

    /** Whether it is about the stream itself instead of the user's log. */
    boolean isMark() {
        return MARKS.contains(type);
    }

    long seq() {
        return data.get("seq").asLong();
    }

    /** The id of its message. */
    String messageId() {
        return data.at("/data/message/id").asText();
    }

    /** The reason for the end of a stream. */
    String code() {
        return data.get("code").asText();
    }
}
