package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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

    /** How the answer begins that it gets while it goes on sending; empty if it lost its patience. */
    String answerFrom(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PACE_MILLIS);
            send(socket, start);
            Optional<String> answer = Optional.empty();
            for (int drops = 0; drops < PATIENCE && answer.isEmpty(); drops++) {
                answer = answer(socket);
            }
            return answer.orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> answer(Socket socket) throws IOException {
        try {
            byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Optional.of(new String(begin, StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException quiet) {
            send(socket, drop);
            return Optional.empty();
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
