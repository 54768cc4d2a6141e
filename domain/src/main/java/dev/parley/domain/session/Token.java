package dev.parley.domain.session;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;
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
        return new TokenDigest(Sha256.of(value).hex());
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
