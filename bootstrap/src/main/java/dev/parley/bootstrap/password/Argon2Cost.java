package dev.parley.bootstrap.password;

/** What one Argon2id hash costs: memory, passes over it, and lanes (RFC 9106). */
public record Argon2Cost(int memoryKibibytes, int passes, int lanes) {

    /** More than this is damage, not a cost: nothing that was ever configured asks for it. */
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
