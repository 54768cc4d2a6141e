package dev.parley.adapters.rest.v1.event.stream;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * The connection of one stream. One thread writes to it, each write goes out before it returns, and it knows how long that
 * takes.
 *
 * <p>Of Jersey's chunked output only the writing is used. Its queue never holds more than what is being written, because
 * nobody else writes.
 */
final class Line {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/event-stream;charset=utf-8",
            "X-Accel-Buffering", "no");

    private final ChunkedOutput<byte[]> output = new ChunkedOutput<>(byte[].class);
    private final Runnable cut;
    private final LongSupplier nanoTime;
    private final long slowAfter;
    private volatile boolean writing;
    private volatile long began;
    private volatile boolean wasCut;
    private boolean slow;

    /**
     * @param cut breaks the stream off, also while a write to it is blocked
     * @param slowAfter how long a write may take; twice that, and it will not end any more
     */
    Line(Runnable cut, LongSupplier nanoTime, Duration slowAfter) {
        this.cut = cut;
        this.nanoTime = nanoTime;
        this.slowAfter = slowAfter.toNanos();
    }

    /** The answer without its text. */
    static Response.ResponseBuilder head() {
        Response.ResponseBuilder head = Response.ok();
        HEADERS.forEach(head::header);
        return head;
    }

    /** @return false if the request has been answered otherwise */
    boolean open(AsyncResponse response) {
        began = nanoTime.getAsLong();
        return response.resume(head().entity(output).build());
    }

    /** @throws IOException if the client is gone or was cut off */
    void write(byte[] text) throws IOException {
        began = nanoTime.getAsLong();
        writing = true;
        try {
            output.write(text);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause; // Jersey had wrapped it
            }
            throw e;
        } finally {
            writing = false;
            slow |= nanoTime.getAsLong() - began > slowAfter;
        }
    }

    /** Whether a write has taken too long. */
    boolean isSlow() {
        return slow;
    }

    /** Whether it was broken because a write did not end. */
    boolean wasCut() {
        return wasCut;
    }

    /** Nanoseconds since the last write began. */
    long silence() {
        return nanoTime.getAsLong() - began;
    }

    /** Breaks the connection if a write has been blocked for too long; any thread may ask. */
    void cutIfStuck() {
        if (writing && !wasCut && silence() > 2 * slowAfter) {
            wasCut = true;
            cut.run();
        }
    }

    void close() {
        try {
            output.close();
        } catch (IOException e) {
            // the client is gone, and so is the connection
        }
    }
}
