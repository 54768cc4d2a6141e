package dev.parley.adapters.rest.v1.event.stream;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * The connection of one stream. One thread writes to it, each write is flushed, and its duration is measured.
 *
 * <p>Of Jersey's chunked output only the writing is used. Its queue never holds more than one chunk, because there is
 * only one writer.
 */
final class SseConnection {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/event-stream;charset=utf-8",
            "X-Accel-Buffering", "no");

    private final ChunkedOutput<byte[]> output = new ChunkedOutput<>(byte[].class);
    private final Runnable cut;
    private final LongSupplier nanoTime;
    private final long slowAfter;
    private volatile boolean writing;
    private volatile long began;
    private volatile boolean wasAborted;
    private boolean slow;

    /**
     * @param cut aborts the connection, even while a write is blocked
     * @param slowAfter the longest write; after twice this time a write counts as stalled
     */
    SseConnection(Runnable cut, LongSupplier nanoTime, Duration slowAfter) {
        this.cut = cut;
        this.nanoTime = nanoTime;
        this.slowAfter = slowAfter.toNanos();
    }

    /** The response without a body. */
    static Response.ResponseBuilder head() {
        Response.ResponseBuilder head = Response.ok();
        HEADERS.forEach(head::header);
        return head;
    }

    /** @return false if the request already has a response */
    boolean open(AsyncResponse response) {
        began = nanoTime.getAsLong();
        return response.resume(head().entity(output).build());
    }

    /** @throws IOException if the client disconnected or the connection was aborted */
    void write(byte[] text) throws IOException {
        began = nanoTime.getAsLong();
        writing = true;
        try {
            output.write(text);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause; // Jersey wraps it
            }
            throw e;
        } finally {
            writing = false;
            slow |= nanoTime.getAsLong() - began > slowAfter;
        }
    }

    /** Whether a write took too long. */
    boolean isSlow() {
        return slow;
    }

    /** Whether the connection was aborted because of a stalled write. */
    boolean wasAborted() {
        return wasAborted;
    }

    /** Nanoseconds since the start of the last write. */
    long idleNanos() {
        return nanoTime.getAsLong() - began;
    }

    /** Aborts the connection if a write is stalled. May be called from any thread. */
    void abortIfStalled() {
        if (writing && !wasAborted && idleNanos() > 2 * slowAfter) {
            wasAborted = true;
            cut.run();
        }
    }

    void close() {
        try {
            output.close();
        } catch (IOException e) {
            // the client has disconnected
        }
    }
}
