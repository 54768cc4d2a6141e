package dev.parley.domain.shared;

/**
 * The id of a login session, in responses and in the activity log.
 *
 * <p>It is not a secret and does not authenticate. It is in this package because activities of every feature contain it.
 */
public record SessionId(long value) {

    public SessionId {
        if (value <= 0) {
            throw new IllegalArgumentException("a session id must be positive, was " + value);
        }
    }
}
