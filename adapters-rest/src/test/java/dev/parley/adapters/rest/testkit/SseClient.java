package dev.parley.adapters.rest.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A client of an event stream that reads when it is told to and not before, so that a test can be as slow as it likes.
 */
public final class SseClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int leftOfChunk;

    /** One block of a stream. */
    public record Block(Map<String, String> fields) {

        public String event() {
            return fields.getOrDefault("event", "");
        }

        public String id() {
            return fields.getOrDefault("id", "");
        }

        public String data() {
            return fields.getOrDefault("data", "");
        }

        public boolean isComment() {
            return fields.containsKey("");
        }
    }

    private SseClient(URI base, RawHttp.Request request, int receiveBuffer) throws IOException {
        this.socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream().write(request.bytes(base));
        this.in = new BufferedInputStream(socket.getInputStream());
        this.status = Integer.parseInt(rawLine().split(" ", 3)[1]);
        for (String line = rawLine(); !line.isEmpty(); line = rawLine()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
    }

    public static SseClient open(URI base, RawHttp.Request request) {
        return open(base, request, 0);
    }

    /** @param receiveBuffer bytes that the system takes in for a client that does not read */
    public static SseClient open(URI base, RawHttp.Request request, int receiveBuffer) {
        try {
            return new SseClient(base, request, receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The next block, comments too; empty when the stream has ended, however it did. */
    public Optional<Block> next() {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Optional<String> line = line(); line.isPresent(); line = line()) {
                if (line.get().isEmpty()) {
                    return Optional.of(new Block(fields));
                }
                String[] parts = line.get().split(": ", 2);
                fields.put(parts[0], parts[1]);
            }
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("nothing came for " + PATIENCE, e);
        } catch (IOException e) {
            return Optional.empty(); // broken off
        }
    }

    /** The next event, whatever comments are before it. */
    public Block event() {
        Block block = next().orElseThrow(() -> new AssertionError("the stream has ended"));
        return block.isComment() || block.event().isEmpty() ? event() : block;
    }

    /** All events up to one of this type, and this one. */
    public List<Block> eventsUntil(String type) {
        List<Block> events = new ArrayList<>();
        do {
            events.add(event());
        } while (!events.getLast().event().equals(type));
        return events;
    }

    /** All that comes until the stream ends. */
    public List<Block> rest() {
        List<Block> blocks = new ArrayList<>();
        for (Optional<Block> block = next(); block.isPresent(); block = next()) {
            blocks.add(block.get());
        }
        return blocks;
    }

    /** What an answer that is no stream says. */
    public String body() {
        try {
            return new String(in.readNBytes(Integer.parseInt(headers.get("content-length"))), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** One byte of what is in the chunks. The line break that ends one comes with the size of the next. */
    private int read() throws IOException {
        if (leftOfChunk == 0) {
            String size = rawLine();
            leftOfChunk = Integer.parseInt(size.isEmpty() ? rawLine() : size, 16);
            if (leftOfChunk == 0) {
                return -1;
            }
        }
        leftOfChunk--;
        return in.read();
    }

    private String rawLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("broken off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
