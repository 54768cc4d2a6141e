package dev.parley.domain.shared;

import java.time.Duration;

/**
 * A dependency failed while it committed: what was asked for is either wholly done or not at all, and this node cannot know
 * which. A repeat may do it twice, unless an idempotency key or an activity id tells that it is one.
 */
public final class OutcomeUnknownException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(Dependency dependency, Duration retryAfter, Throwable cause) {
        super(dependency + " did not confirm its commit", dependency, retryAfter, cause);
    }
}
