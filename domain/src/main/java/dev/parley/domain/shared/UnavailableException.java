package dev.parley.domain.shared;

import java.time.Duration;

/**
 * A dependency cannot serve this request now; the same request may succeed after a while.
 *
 * <p>Nothing was done, unless it is an {@link OutcomeUnknownException}.
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

    /** How long a client should wait before it tries again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
