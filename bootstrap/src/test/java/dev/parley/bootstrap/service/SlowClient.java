package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Begins a request correctly and then sends a little at a time, without an end.
 *
 * @param start the first bytes
 * @param drop the bytes sent ten times a second after that; none if empty
 */
record SlowClient(String start, String drop) {

    private static final int PACE_MILLIS = 100;
    private static final int PATIENCE = 400;

    /** Whether the server closed the connection within forty seconds. */
    boolean isEndedBy(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PACE_MILLIS);
            send(socket, start);
            int drops = 0;
            while (drops < PATIENCE && isOpen(socket)) {
                drops++;
            }
            return drops < PATIENCE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the response for the interval between two drops. */
    private boolean isOpen(Socket socket) {
        try {
            return socket.getInputStream().read(new byte[1 << 20]) >= 0;
        } catch (SocketTimeoutException quiet) {
            return takes(socket);
        } catch (IOException reset) {
            return false;
        }
    }

    private boolean takes(Socket socket) {
        try {
            send(socket, drop);
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
