package dev.parley.domain.conversation;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;
import dev.parley.domain.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 of what a send asks for, 64 lower-case hex digits: tells whether a key is used for the same send again.
 *
 * <p>It never shows itself: whoever guesses a short content can confirm it by its sum.
 */
public record RequestFingerprint(String hex) {

    private static final int LENGTH = 64;

    public RequestFingerprint {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException("a fingerprint is 64 lower-case hex digits");
        }
    }

    /** Receiver and content make a send what it is; where it comes from does not. */
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
