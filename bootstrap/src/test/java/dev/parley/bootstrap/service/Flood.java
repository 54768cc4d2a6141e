package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Sends without an end.
 *
 * @param wave over and over
 */
record Flood(String start, String wave) {

    /** Far more than a client may send, and than sockets buffer. */
    private static final int MOST_WAVES = 4096;

    private static final int PATIENCE_MILLIS = 30_000;

    static Flood of(String start, String wave) {
        return new Flood(start, wave);
    }

    /**
     * What was answered when the other side would not take any more.
     *
     * @throws AssertionError if it took everything
     */
    String against(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            send(wave.getBytes(StandardCharsets.ISO_8859_1), socket);
            return begin(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(byte[] wave, Socket socket) throws IOException {
        try {
            for (int waves = 0; waves < MOST_WAVES && socket.getInputStream().available() == 0; waves++) {
                socket.getOutputStream().write(wave);
                if (waves == MOST_WAVES - 1) {
                    throw new AssertionError("everything was taken");
                }
            }
        } catch (SocketException e) { // answered, and closed, between the look and the next wave
        }
    }

    private static String begin(InputStream answer) throws IOException {
        return new String(answer.readNBytes("HTTP/1.1 413".length()), StandardCharsets.ISO_8859_1);
    }
}
