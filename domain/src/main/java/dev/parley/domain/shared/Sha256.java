package dev.parley.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hex digits
 */
public record Sha256(String hex) {

    private static final int LENGTH = 64;

    /** Only cloned, never updated: looking up the algorithm takes longer than digesting a token. */
    private static final MessageDigest UNUSED = find();

    public Sha256 {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException("a SHA-256 digest must be " + LENGTH + " lower-case hex digits");
        }
    }

    public static Sha256 of(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(copy().digest(bytes)));
    }

    /** The digest of the text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return find(); // a provider need not support clone
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform must provide SHA-256", e);
        }
    }
}
