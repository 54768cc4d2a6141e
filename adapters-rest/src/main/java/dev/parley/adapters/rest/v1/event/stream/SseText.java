package dev.parley.adapters.rest.v1.event.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.domain.event.EventCursor;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes the format of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). JSON is
 * written without line breaks, so that each event has one line of data.
 */
final class SseText {

    private static final ObjectWriter JSON = V1Json.writer();
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /** A comment, which clients ignore. */
    static byte[] heartbeat() {
        return HEARTBEAT.clone();
    }

    /** Sets the time after which the client reconnects. */
    SseText retry(int millis) {
        add("retry: " + millis + "\n\n");
        return this;
    }

    /** @param id the cursor from which the client resumes after this event */
    SseText event(String type, EventCursor id, V1Body data) {
        add("id: " + EventCursors.CODEC.encode(id) + "\n");
        return event(type, data);
    }

    /** An event that does not change the cursor of the client. */
    SseText event(String type, V1Body data) {
        add("event: " + type + "\ndata: ");
        text.writeBytes(json(data));
        add("\n\n");
        return this;
    }

    private void add(String lines) {
        text.writeBytes(lines.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] json(V1Body data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write an event as JSON", e);
        }
    }

    int size() {
        return text.size();
    }

    byte[] bytes() {
        return text.toByteArray();
    }
}
