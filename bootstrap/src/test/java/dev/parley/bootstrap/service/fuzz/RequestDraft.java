package dev.parley.bootstrap.service.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A request that can still be changed. Each character of a line or of the body is one byte.
 *
 * @param headers complete lines, without the content length
 * @param form how the request is transferred
 */
record RequestDraft(String method, String target, String version, List<String> headers, String octets, Form form) {

    /** How a request is transferred. */
    enum Form {
        /** Correctly: with its content length, on a shared connection. */
        PROPER,
        /** Unchanged, on its own connection; the mutation sets the content length or omits it. */
        RAW,
        /** Without its end, after which the connection is closed. */
        CUT
    }

    static RequestDraft of(String method, String target) {
        return new RequestDraft(method, target, "HTTP/1.1", List.of("Host: localhost"), "", Form.PROPER);
    }

    RequestDraft method(String other) {
        return new RequestDraft(other, target, version, headers, octets, form);
    }

    RequestDraft target(String other) {
        return new RequestDraft(method, other, version, headers, octets, form);
    }

    RequestDraft version(String other) {
        return new RequestDraft(method, target, other, headers, octets, Form.RAW);
    }

    RequestDraft body(byte[] other) {
        return new RequestDraft(method, target, version, headers, new String(other, StandardCharsets.ISO_8859_1), form);
    }

    RequestDraft body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    RequestDraft json(String text) {
        return with("Content-Type: application/json").body(text);
    }

    RequestDraft form(Form other) {
        return new RequestDraft(method, target, version, headers, octets, other);
    }

    /** Adds a line. */
    RequestDraft with(String header) {
        return headers(Stream.concat(headers.stream(), Stream.of(header)).toList());
    }

    RequestDraft without(String name) {
        return headers(headers.stream().filter(line -> !isOf(line, name)).toList());
    }

    /** Replaces lines of the same name. */
    RequestDraft instead(String header) {
        return without(header.substring(0, header.indexOf(':'))).with(header);
    }

    RequestDraft headers(List<String> others) {
        return new RequestDraft(method, target, version, others, octets, form);
    }

    boolean has(String name) {
        return headers.stream().anyMatch(line -> isOf(line, name));
    }

    private static boolean isOf(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    byte[] body() {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    boolean isJson() {
        return !octets.isEmpty()
                && headers.stream().anyMatch(line -> line.startsWith("Content-Type: application/json"));
    }

    /** The bytes to send. */
    byte[] bytes() {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + target + " " + version);
        lines.addAll(headers);
        if (form != Form.RAW && (!octets.isEmpty() || method.startsWith("P"))) {
            lines.add("Content-Length: " + octets.length());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body());
        return all.toByteArray();
    }
}
