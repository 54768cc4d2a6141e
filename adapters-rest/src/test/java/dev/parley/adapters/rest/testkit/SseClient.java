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

/** A client of an event stream that reads only on request, so that a test can be slow. */
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

    /** @param receiveBuffer the size of the receive buffer of the socket */
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

    /** The next block, including comments; empty when the stream has ended for any reason. */
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
            throw new AssertionError("no event within " + PATIENCE, e);
        } catch (IOException e) {
            return Optional.empty(); // connection reset
        }
    }

    /** The next event, skipping comments. */
    public Block event() {
        Block block = next().orElseThrow(() -> new AssertionError("the stream has ended"));
        return block.isComment() || block.event().isEmpty() ? event() : block;
    }

    /** All events up to and including one of this type. */
    public List<Block> eventsUntil(String type) {
        List<Block> events = new ArrayList<>();
        do {
            events.add(event());
        } while (!events.getLast().event().equals(type));
        return events;
    }

    /** All events until the stream ends. */
    public List<Block> rest() {
        List<Block> blocks = new ArrayList<>();
        for (Optional<Block> block = next(); block.isPresent(); block = next()) {
            blocks.add(block.get());
        }
        return blocks;
    }

    /** The body of a response that is not a stream. */
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

    /** One byte of chunk content. The line break after a chunk is read with the size of the next. */
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
