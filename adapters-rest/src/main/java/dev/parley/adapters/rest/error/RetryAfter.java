package dev.parley.adapters.rest.error;

import dev.parley.domain.shared.Dependency;
import java.time.Duration;

/** How long a client should wait before it retries. What {@link Dependency} lists has its own time there. */
public final class RetryAfter {

    /** A large response, until other clients have read theirs. */
    public static final Duration RESPONSE_MEMORY = Duration.ofSeconds(2);

    /** A stream or a poll, until others have ended. */
    public static final Duration EVENT_CONNECTIONS = Duration.ofSeconds(5);

    /** A request that the server refused before Jersey received it. Another node may answer. */
    public static final Duration UNROUTED = Duration.ofSeconds(1);

    private RetryAfter() {}

    /** Whole seconds for the header. Rounds up, because a client that retries too early must retry again. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
