package dev.parley.domain.shared;

import java.time.Duration;

/**
 * A dependency is temporarily unavailable; the same request may succeed later.
 *
 * <p>Nothing was done, unless this is an {@link OutcomeUnknownException}.
 */
public sealed class UnavailableException extends RuntimeException permits OutcomeUnknownException {

    private static final long serialVersionUID = 1L;

    private final Dependency dependency;
    private final Duration retryAfter;

    public UnavailableException(Dependency dependency, Duration retryAfter, Throwable cause) {
        this(dependency + " is unavailable", dependency, retryAfter, cause);
    }

    UnavailableException(String message, Dependency dependency, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.dependency = dependency;
        this.retryAfter = retryAfter;
    }

    public UnavailableException(Dependency dependency, Duration retryAfter) {
        super(dependency + " is unavailable");
        this.dependency = dependency;
        this.retryAfter = retryAfter;
    }

    public Dependency dependency() {
        return dependency;
    }

    /** Time that a client should wait before it retries. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
