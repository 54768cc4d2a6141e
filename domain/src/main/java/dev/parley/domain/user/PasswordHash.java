package dev.parley.domain.user;

/**
 * A stored password hash: a PHC string ({@code $argon2id$...}) or, for users imported from a Django service, its
 * {@code pbkdf2_sha256$...} format. It contains its scheme and cost; {@link #toString()} is redacted.
 */
public record PasswordHash(String value) {

    public PasswordHash {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a password hash must not be blank");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
