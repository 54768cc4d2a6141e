package dev.parley.adapters.rest.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends requests that a correct client would refuse to send. */
public final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;

    public RawHttp(URI base) {
        this.base = base;
    }

    /** A response; header names are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * An immutable request builder.
     *
     * @param octets the body, one character per byte
     */
    public record Request(String method, String path, Map<String, String> headers, String octets) {

        public static Request of(String method, String path) {
            return new Request(method, path, Map.of(), "");
        }

        public Request with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Request(method, path, more, octets);
        }

        public Request as(String token) {
            return with("Authorization", "Token " + token);
        }

        public Request json(String text) {
            return with("Content-Type", "application/json").body(text);
        }

        public Request body(String text) {
            return body(text.getBytes(StandardCharsets.UTF_8));
        }

        public Request body(byte[] bytes) {
            return new Request(method, path, headers, new String(bytes, StandardCharsets.ISO_8859_1))
                    .with("Content-Length", Integer.toString(bytes.length));
        }

        byte[] bytes(URI base) {
            StringBuilder head =
                    new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(octets.getBytes(StandardCharsets.ISO_8859_1));
            return all.toByteArray();
        }
    }

    public Answer send(Request request) {
        String answers = exchange(request.with("Connection", "close").bytes(base));
        int headEnd = answers.indexOf("\r\n\r\n");
        String[] head = answers.substring(0, headEnd).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int line = 1; line < head.length; line++) {
            String[] parts = head[line].split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new Answer(Integer.parseInt(head[0].split(" ", 3)[1]), headers, answers.substring(headEnd + 4));
    }

    /** The responses to two consecutive requests on one connection. */
    public String sendBoth(Request first, Request second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first.bytes(base));
        both.writeBytes(second.with("Connection", "close").bytes(base));
        return exchange(both.toByteArray());
    }

    /**
     * The bytes received until the server closes the connection, for a request whose body stops after one byte.
     *
     * @param bytes the announced length
     */
    public String sendWithoutTheRest(Request request, int bytes) {
        return exchange(request.body("{")
                .with("Content-Length", Integer.toString(bytes))
                .bytes(base));
    }

    /** The responses to two requests on one connection; the body of the first is sent by a given function. */
    public String sendBodyLater(Request first, Request second) {
        byte[] body = first.octets().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.writeBytes(body);
        rest.writeBytes(second.with("Connection", "close").bytes(base));
        return exchange(new Request(first.method(), first.path(), first.headers(), "").bytes(base), rest.toByteArray());
    }

    /** All bytes received until the server closes the connection. */
    public String exchange(byte[]... packets) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            for (byte[] packet : packets) {
                socket.getOutputStream().write(packet);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
