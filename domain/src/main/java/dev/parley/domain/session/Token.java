package dev.parley.domain.session;

import dev.parley.domain.shared.Hex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret that a client presents with every request: 20 random bytes as {@value #LENGTH} lower-case hex digits (the
 * seed's form). Only its {@link #digest()} is ever stored, and it never shows itself.
 */
public record Token(String value) {

    public static final int LENGTH = 40;

    public Token {
        if (!Hex.isOf(LENGTH, value)) {
            throw new IllegalArgumentException("a token is " + LENGTH + " lower-case hex digits");
        }
    }

    /** Empty if {@code text} has not the form of a token, and then no session can have it. */
    public static Optional<Token> parse(String text) {
        return Hex.isOf(LENGTH, text) ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** 160 random bits need no salt and no slow hash: there is nothing to guess. */
    public TokenDigest digest() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return new TokenDigest(HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
