package dev.parley.domain.conversation;

/**
 * The messages to one participant within a range of places.
 *
 * @param count at least 1
 * @param newest place of the newest one
 */
public record Received(long count, Place newest) {

    public Received {
        if (count <= 0) {
            throw new IllegalArgumentException("count must be positive, was " + count);
        }
    }
}
