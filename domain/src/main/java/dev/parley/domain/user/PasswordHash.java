package dev.parley.domain.user;

/**
 * What is kept of a password: a PHC string ({@code $argon2id$...}) or, for users who came from a Django service, its
 * {@code pbkdf2_sha256$...} form. It names its own scheme and cost, and never shows itself.
 */
public record PasswordHash(String value) {

    public PasswordHash {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a password hash is not blank");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
