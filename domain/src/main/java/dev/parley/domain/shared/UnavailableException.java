package dev.parley.domain.shared;

import java.time.Duration;

/**
 * A dependency cannot serve this request now; the same request may succeed after a while.
 *
 * <p>Whatever was asked for is either wholly done or not at all. When the connection broke during a commit nobody can
 * know which: only an idempotency key or an activity id settles it.
 */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Dependency dependency;
    private final Duration retryAfter;

    public UnavailableException(Dependency dependency, Duration retryAfter, Throwable cause) {
        super(dependency + " is unavailable", cause);
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
