package dev.parley.domain.shared;

/**
 * A dependency failed during a commit. The work was done completely or not at all, and this node cannot tell which. A retry may
 * do it twice unless an idempotency key or an activity id identifies it as a retry.
 */
public final class OutcomeUnknownException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(Dependency dependency, Throwable cause) {
        super(dependency + " did not confirm its commit", dependency, cause);
    }
}
