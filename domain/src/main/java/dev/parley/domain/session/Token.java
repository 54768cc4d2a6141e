package dev.parley.domain.session;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;
import java.util.Optional;

/**
 * The secret that a client sends with every request: 20 random bytes as {@value #LENGTH} lower-case hex digits, as in the
 * legacy API. Only its {@link #digest()} is stored, and {@link #toString()} is redacted.
 */
public record Token(String value) {

    public static final int LENGTH = 40;

    public Token {
        if (!Hex.isOf(LENGTH, value)) {
            throw new IllegalArgumentException("a token must be " + LENGTH + " lower-case hex digits");
        }
    }

    /** Empty if {@code text} does not have the format of a token. */
    public static Optional<Token> parse(String text) {
        return Hex.isOf(LENGTH, text) ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** Neither salted nor slow: 160 random bits cannot be guessed. */
    public TokenDigest digest() {
        return new TokenDigest(Sha256.of(value).hex());
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
