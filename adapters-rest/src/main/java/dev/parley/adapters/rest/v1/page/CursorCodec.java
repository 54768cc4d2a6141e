package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Encodes places of one kind of list as opaque cursors, and decodes them.
 *
 * <p>A cursor is base64url of a version, a checksum, and the name of the list with the place. It is no secret and grants
 * nothing: a forged cursor returns what its client could have paged to. The checksum detects truncated and mistyped cursors,
 * which would otherwise often be valid and skip items.
 *
 * @param list the name of the kind of list; cursors of other kinds are refused
 * @param write a place as text
 * @param read the inverse; empty for texts that {@code write} never returns
 */
public record CursorCodec<T>(String list, Function<T, String> write, Function<String, Optional<T>> read) {

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = Byte.BYTES + Integer.BYTES;

    public String encode(T place) {
        byte[] text = (prefix() + write.apply(place)).getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(text);
        ByteBuffer cursor = ByteBuffer.allocate(HEADER_BYTES + text.length)
                .put(VERSION)
                .putInt((int) checksum.getValue())
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if {@link #encode} never writes such a cursor */
    public T decode(String cursor) {
        return text(cursor)
                .filter(text -> text.startsWith(prefix()))
                .flatMap(text -> read.apply(text.substring(prefix().length())))
                .filter(place -> encode(place).equals(cursor))
                .orElseThrow(() -> new ProblemException(ProblemCode.BAD_CURSOR));
    }

    private String prefix() {
        return list + ":";
    }

    private static Optional<String> text(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return bytes.length < HEADER_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
