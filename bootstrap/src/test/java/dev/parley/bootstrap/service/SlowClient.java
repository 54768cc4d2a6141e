package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Begins well and then sends a little at a time, never to the end.
 *
 * @param start what it sends at once
 * @param drop what it sends ten times a second from then on; nothing if empty
 */
record SlowClient(String start, String drop) {

    private static final int PACE_MILLIS = 100;
    private static final int PATIENCE = 400;

    /** Whether the other side has ended the connection before the client lost its patience, after forty seconds. */
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

    /** Takes whatever is answered, for as long as a drop takes. */
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
