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

/** Sends what a proper client would refuse to send. */
public final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;

    public RawHttp(URI base) {
        this.base = base;
    }

    /** One answer; header names are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * A request that can be added to.
     *
     * @param octets its body, a character for each byte
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

    /** What comes back for two requests one after the other on one connection. */
    public String sendBoth(Request first, Request second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first.bytes(base));
        both.writeBytes(second.with("Connection", "close").bytes(base));
        return exchange(both.toByteArray());
    }

    /**
     * What comes back until the server closes, for a request whose body stops after a byte.
     *
     * @param bytes that are announced
     */
    public String sendWithoutTheRest(Request request, int bytes) {
        return exchange(request.body("{")
                .with("Content-Length", Integer.toString(bytes))
                .bytes(base));
    }

    /** What comes back for two requests on one connection; the body of the first has a way of its own. */
    public String sendBodyLater(Request first, Request second) {
        byte[] body = first.octets().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.writeBytes(body);
        rest.writeBytes(second.with("Connection", "close").bytes(base));
        return exchange(new Request(first.method(), first.path(), first.headers(), "").bytes(base), rest.toByteArray());
    }

    /** Everything that comes back until the server closes. */
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
