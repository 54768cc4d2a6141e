package dev.parley.bootstrap.service.fuzz;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends requests to one port and reads the responses. Correct requests share a connection. Not thread-safe. */
final class FuzzConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Longest wait of requests that may wait for events. */
    private static final int PATIENCE_WITH_EVENTS_MILLIS = 200;

    private final int port;
    private @Nullable Connection kept;

    FuzzConnection(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** @throws AssertionError if there is no response although the request is complete */
    Outcome exchange(RequestDraft draft) {
        try {
            return switch (draft.form()) {
                case PROPER -> proper(draft);
                case RAW -> raw(draft);
                case CUT -> cut(draft);
            };
        } catch (SocketTimeoutException e) {
            close();
            if (mayWait(draft)) {
                return new Outcome.Waiting();
            }
            throw new AssertionError("no answer within " + PATIENCE_MILLIS + " ms", e);
        } catch (IOException closed) {
            close();
            return new Outcome.Closed();
        }
    }

    private Outcome proper(RequestDraft draft) throws IOException {
        Connection connection = kept == null ? new Connection(port) : kept;
        kept = connection;
        connection.write(draft.bytes(), patience(draft));
        Optional<RawResponse> answer = connection.read(draft.method().equals("HEAD"));
        if (answer.isEmpty() || answer.get().status() >= 400 || answer.get().isLastOfItsConnection()) {
            close();
        }
        return answer.<Outcome>map(one -> new Outcome.Answered(List.of(one))).orElseGet(Outcome.Closed::new);
    }

    private Outcome raw(RequestDraft draft) throws IOException {
        try (Connection connection = new Connection(port)) {
            connection.write(draft.bytes(), patience(draft));
            connection.endWriting();
            List<RawResponse> answers = new ArrayList<>();
            Optional<RawResponse> answer =
                    connection.read(draft.method().strip().equals("HEAD"));
            while (answer.isPresent()) {
                answers.add(answer.get());
                answer = answer.get().isLastOfItsConnection() ? Optional.empty() : connection.read(false);
            }
            return answers.isEmpty() ? new Outcome.Closed() : new Outcome.Answered(answers);
        }
    }

    /** In half of the cases closes the connection, and otherwise stops sending. */
    private Outcome cut(RequestDraft draft) throws IOException {
        byte[] bytes = draft.bytes();
        try (Connection connection = new Connection(port)) {
            connection.write(Arrays.copyOf(bytes, bytes.length * 2 / 3), patience(draft));
            if (bytes.length % 2 == 0) {
                return new Outcome.Closed();
            }
            connection.endWriting();
            return connection
                    .read(false)
                    .<Outcome>map(answer -> new Outcome.Answered(List.of(answer)))
                    .orElseGet(Outcome.Closed::new);
        }
    }

    private static int patience(RequestDraft draft) {
        return mayWait(draft) ? PATIENCE_WITH_EVENTS_MILLIS : PATIENCE_MILLIS;
    }

    private static boolean mayWait(RequestDraft draft) {
        String target = draft.target().toLowerCase(Locale.ROOT);
        return target.contains("event") || target.replaceAll("%..", "").matches(".*v1/[evnts/]+.*");
    }

    @Override
    public void close() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            connection.close();
        }
    }

    private static final class Connection implements AutoCloseable {

        private final Socket socket;
        private final InputStream answers;

        Connection(int port) throws IOException {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.answers = new BufferedInputStream(socket.getInputStream());
        }

        /** A write error is ignored, because the server may have responded already. */
        void write(byte[] bytes, int patience) throws IOException {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException notRead) {
                socket.getOutputStream().flush();
            }
        }

        void endWriting() throws IOException {
            socket.shutdownOutput();
        }

        Optional<RawResponse> read(boolean isToHead) throws IOException {
            return RawResponse.read(answers, isToHead);
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
