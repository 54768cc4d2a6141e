package dev.parley.domain.shared;

/**
 * Names a login session in answers and in the activity log.
 *
 * <p>It is no secret: knowing it lets nobody in. It lives here because activities of every feature name it.
 */
public record SessionId(long value) {

    public SessionId {
        if (value <= 0) {
            throw new IllegalArgumentException("a session id is positive");
        }
    }
}
