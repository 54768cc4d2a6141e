package dev.parley.bootstrap.service.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A request in readable form, and as a shell command that repeats it. */
final class Replay {

    private static final int READABLE = 700;

    private Replay() {}

    static String of(RequestDraft draft, int port) {
        byte[] bytes = draft.bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder readable = new StringBuilder();
        text.chars()
                .limit(READABLE)
                .forEach(c -> readable.append(c < 32 || c > 126 ? "\\x%02x".formatted(c) : (char) c));
        return "%s (%d bytes, %s)%n    base64 -d <<<%s | gunzip | nc -q 5 127.0.0.1 %d"
                .formatted(
                        readable.toString().replace("\\x0d\\x0a", "\n    | "),
                        bytes.length,
                        draft.form(),
                        packed(bytes),
                        port);
    }

    private static String packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
