package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.testkit.RawHttp.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that reads the response headers and then pauses. Closing it disconnects. */
public final class SlowReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Small, so that the rest waits in the server. */
    private static final int WINDOW = 4096;

    private final Socket socket;

    private SlowReader(Socket socket) {
        this.socket = socket;
    }

    public static SlowReader of(Request request, URI base) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(WINDOW);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            socket.getOutputStream().write(request.with("Connection", "close").bytes(base));
            SlowReader reader = new SlowReader(socket);
            reader.readBeginning();
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readBeginning() throws IOException {
        String beginning = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!beginning.equals("HTTP/1.1 200")) {
            throw new IOException("expected a 200, response begins with " + beginning);
        }
    }

    /** Reads the rest and returns its length in bytes. */
    public long readToEnd() {
        try (InputStream rest = socket.getInputStream()) {
            return rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
