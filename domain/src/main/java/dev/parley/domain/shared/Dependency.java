package dev.parley.domain.shared;

import java.time.Duration;

/** The resources that can be temporarily unavailable. */
public enum Dependency {
    /** The database of users, conversations and messages. */
    STATE_STORE(Duration.ofSeconds(1)),
    /** The database of the activity log. */
    LOG_STORE(Duration.ofSeconds(1)),
    /** The bounded queue for password hashing. */
    PASSWORD_HASHING(Duration.ofSeconds(2)),
    /** The bounded queue of messages that wait for their transaction. */
    SENDING(Duration.ofSeconds(1));

    private final Duration retryAfter;

    Dependency(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** The time that a client should wait before it retries. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
