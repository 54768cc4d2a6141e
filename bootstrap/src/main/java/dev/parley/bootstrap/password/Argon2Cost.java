package dev.parley.bootstrap.password;

/** What one Argon2id hash costs: memory, passes over it, and lanes (RFC 9106). */
public record Argon2Cost(int memoryKibibytes, int passes, int lanes) {

    /** Whether this is at least as costly as the other in every respect. */
    boolean covers(Argon2Cost other) {
        return memoryKibibytes >= other.memoryKibibytes && passes >= other.passes;
    }
}
