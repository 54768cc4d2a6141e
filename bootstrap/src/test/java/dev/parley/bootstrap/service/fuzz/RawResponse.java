package dev.parley.bootstrap.service.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A raw response.
 *
 * @param headers by case-insensitive name
 * @param body empty for a stream, of which only the headers are read
 */
record RawResponse(int status, Map<String, String> headers, String body) {

    /**
     * Reads one response, skipping interim ones.
     *
     * @return empty if the stream ends before a response begins
     * @throws EOFException if it ends within one
     */
    static Optional<RawResponse> read(InputStream stream, boolean isToHead) throws IOException {
        Optional<String> line = line(stream);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = headers(stream);
        int status = Integer.parseInt(line.get().split(" ", 3)[1]);
        if (status < 200) {
            return read(stream, isToHead);
        }
        boolean hasBody = !isToHead && status != 204 && status != 304;
        byte[] body = hasBody ? body(stream, headers) : new byte[0];
        return Optional.of(new RawResponse(status, headers, new String(body, StandardCharsets.UTF_8)));
    }

    private static Map<String, String> headers(InputStream stream) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = needed(stream); !line.isEmpty(); line = needed(stream)) {
            String[] parts = line.split(":", 2);
            headers.merge(parts[0], parts[1].strip(), (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private static byte[] body(InputStream stream, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Content-Type", "").startsWith("text/event-stream")) {
            return new byte[0];
        }
        if (headers.containsKey("Content-Length")) {
            return exactly(stream, Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        }
        return headers.containsKey("Transfer-Encoding") ? chunks(stream) : stream.readAllBytes();
    }

    private static byte[] chunks(InputStream stream) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(stream); size > 0; size = size(stream)) {
            body.writeBytes(exactly(stream, size));
            needed(stream);
        }
        needed(stream);
        return body.toByteArray();
    }

    private static int size(InputStream stream) throws IOException {
        return Integer.parseInt(needed(stream).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream stream, int count) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the body ends early");
        }
        return bytes;
    }

    private static String needed(InputStream stream) throws IOException {
        return line(stream).orElseThrow(() -> new EOFException("the answer ends early"));
    }

    private static Optional<String> line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = stream.read();
        boolean isThere = next >= 0;
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = stream.read();
        }
        return isThere ? Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing()) : Optional.empty();
    }

    boolean isJson() {
        String type = headers.getOrDefault("Content-Type", "");
        return type.startsWith("application/json") || isProblem();
    }

    boolean isProblem() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/problem+json");
    }

    boolean isStream() {
        return headers.getOrDefault("Content-Type", "").startsWith("text/event-stream");
    }

    boolean isLastOfItsConnection() {
        return headers.getOrDefault("Connection", "").equalsIgnoreCase("close") || isStream();
    }
}
