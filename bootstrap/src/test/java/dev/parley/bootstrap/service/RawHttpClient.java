package dev.parley.bootstrap.service;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Sends bytes that no correct client sends. */
final class RawHttpClient {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttpClient() {}

    /** @param request the whole request, one byte per character; each request has its own connection */
    static ApiResponse exchange(int port, String request) {
        return exchange(port, Duration.ZERO, request);
    }

    /**
     * @param pause the time between two pieces
     * @param pieces the parts of one request, one byte per character
     */
    static ApiResponse exchange(int port, Duration pause, String... pieces) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int i = 0; i < pieces.length; i++) {
                LockSupport.parkNanos(i == 0 ? 0 : pause.toNanos());
                socket.getOutputStream().write(pieces[i].getBytes(StandardCharsets.ISO_8859_1));
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(pieces[0].substring(0, Math.min(60, pieces[0].length())), e);
        }
    }

    /** Reads only the response, because the server need not close the connection. */
    private static ApiResponse read(InputStream stream) throws IOException {
        String head = readHead(stream);
        Map<String, String> headers = headers(head);
        byte[] body = stream.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return ApiResponse.of(
                Integer.parseInt(head.split(" ", 3)[1]), headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static String readHead(InputStream stream) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = stream.read();
            if (next < 0) {
                throw new EOFException("after: " + head);
            }
            head.append((char) next);
        }
        return head.toString().strip();
    }

    private static Map<String, String> headers(String head) {
        return head.lines()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .collect(Collectors.toMap(
                        line -> line[0],
                        line -> line[1],
                        (first, second) -> first,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    }
}
