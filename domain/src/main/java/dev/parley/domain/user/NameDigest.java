package dev.parley.domain.user;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;

/**
 * SHA-256 of a name, 64 lower-case hex digits: tells whether a name was ever given to somebody, without saying to whom.
 *
 * <p>Names can be guessed, and whoever has the sum can confirm a guess; so it never shows itself and stands beside nothing
 * that belongs to its user.
 */
public record NameDigest(String hex) {

    private static final int LENGTH = 64;

    public NameDigest {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException("the digest of a name is 64 lower-case hex digits");
        }
    }

    public static NameDigest of(Username name) {
        return new NameDigest(Sha256.of(name.value()).hex());
    }

    /** Of the name without its differences of case. */
    public static NameDigest ofFolded(Username name) {
        return new NameDigest(Sha256.of(name.folded()).hex());
    }

    @Override
    public String toString() {
        return "NameDigest[redacted]";
    }
}
