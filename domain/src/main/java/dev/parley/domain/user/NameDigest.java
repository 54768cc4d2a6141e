package dev.parley.domain.user;

import dev.parley.domain.shared.Hex;
import dev.parley.domain.shared.Sha256;

/**
 * SHA-256 of a name, 64 lower-case hex digits: records that a name was used, without a reference to the user.
 *
 * <p>An attacker who has the digest can confirm a guessed name. So {@link #toString()} is redacted, and the digest is stored
 * apart from all data of the user.
 */
public record NameDigest(String hex) {

    private static final int LENGTH = 64;

    public NameDigest {
        if (!Hex.isOf(LENGTH, hex)) {
            throw new IllegalArgumentException("a name digest must be 64 lower-case hex digits");
        }
    }

    public static NameDigest of(Username name) {
        return new NameDigest(Sha256.of(name.value()).hex());
    }

    /** The digest of the {@linkplain Username#folded() case-folded} name. */
    public static NameDigest ofFolded(Username name) {
        return new NameDigest(Sha256.of(name.folded()).hex());
    }

    @Override
    public String toString() {
        return "NameDigest[redacted]";
    }
}
