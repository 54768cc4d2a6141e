package dev.parley.bootstrap.password;

/** The cost of one Argon2id hash: memory, passes over it, and lanes (RFC 9106). */
public record Argon2Cost(int memoryKibibytes, int passes, int lanes) {

    /** A larger cost was never configured, so the hash is damaged. */
    private static final int MAX_MEMORY_KIBIBYTES = 1_048_576;

    /** Whether Argon2 can be computed at this cost. */
    boolean isPossible() {
        return passes >= 1 && lanes >= 1 && memoryKibibytes >= 8 * lanes && memoryKibibytes <= MAX_MEMORY_KIBIBYTES;
    }

    /** Whether this is at least as costly as the other in every respect. */
    boolean covers(Argon2Cost other) {
        return memoryKibibytes >= other.memoryKibibytes && passes >= other.passes;
    }
}
