package dev.parley.domain.conversation;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;
import dev.parley.domain.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 of the receiver and the content of a send, as 64 lower-case hex digits. Two sends under one key are the same send
 * if their fingerprints are equal.
 *
 * <p>{@link #toString} hides it: a reader could confirm a guessed short content by its hash.
 */
public record RequestFingerprint(String hex) {

    private static final int LENGTH = 64;

    public RequestFingerprint {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException(
                    "expected %d lower-case hex digits, found %d characters".formatted(LENGTH, hex.length()));
        }
    }

    /** The origin of a send does not count: a repeat may come from another device. */
    public static RequestFingerprint of(UserId receiver, MessageContent content) {
        byte[] text = content.value().getBytes(StandardCharsets.UTF_8);
        byte[] asked = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(receiver.value())
                .put(text)
                .array();
        return new RequestFingerprint(Sha256.of(asked).hex());
    }

    @Override
    public String toString() {
        return "RequestFingerprint[redacted]";
    }
}
