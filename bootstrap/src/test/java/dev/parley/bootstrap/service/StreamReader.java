package dev.parley.bootstrap.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an event stream as browsers do: an incomplete event is ignored. */
final class StreamReader {

    private final BufferedReader lines;
    private String id;

    /** @param id the cursor to resume from */
    StreamReader(InputStream stream, String id) {
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.id = id;
    }

    /**
     * The next event, skipping comments and retry times.
     *
     * @return empty at the end
     * @throws IOException if the stream broke
     */
    Optional<StreamEvent> next() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                String[] field = line.split(": ", 2);
                fields.put(field[0], field[1]);
            } else if (fields.containsKey("data")) {
                id = fields.getOrDefault("id", id);
                return Optional.of(
                        StreamEvent.of(fields.getOrDefault("event", "message"), id, fields.getOrDefault("data", "")));
            } else {
                fields.clear();
            }
        }
        return Optional.empty();
    }
}
