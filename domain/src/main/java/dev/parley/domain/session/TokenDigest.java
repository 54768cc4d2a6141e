package dev.parley.domain.session;

import dev.parley.domain.shared.Hex;

/** SHA-256 of a {@link Token}, 64 lower-case hex digits: the key to find a session without storing the secret. */
public record TokenDigest(String hex) {

    private static final int LENGTH = 64;

    public TokenDigest {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException("a token digest must be 64 lower-case hex digits");
        }
    }
}
