package dev.parley.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums of SHA-256 (FIPS 180-4) as 64 lower-case hex digits. */
public final class Sha256 {

    /** Never fed, only copied: to look the algorithm up takes longer than the sum of a token. */
    private static final MessageDigest UNUSED = find();

    private Sha256() {}

    public static String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(copy().digest(bytes));
    }

    /** Of the text in UTF-8. */
    public static String hexOf(String text) {
        return hexOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return find(); // a provider need not have it
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
