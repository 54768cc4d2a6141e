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

    public UnavailableException(Dependency dependency, Throwable cause) {
        this(dependency + " is unavailable", dependency, cause);
    }

    UnavailableException(String message, Dependency dependency, Throwable cause) {
        super(message, cause);
        this.dependency = dependency;
    }

    public UnavailableException(Dependency dependency) {
        super(dependency + " is unavailable");
        this.dependency = dependency;
    }

    public Dependency dependency() {
        return dependency;
    }

    /** The time that a client should wait before it retries. */
    public Duration retryAfter() {
        return dependency.retryAfter();
    }
}
