package dev.parley.domain.conversation;

/**
 * The messages at some places that are to one of the two. Where there are none, there is no such thing.
 *
 * @param count how many
 * @param newest place of the newest
 */
public record Received(long count, Place newest) {

    public Received {
        if (count <= 0) {
            throw new IllegalArgumentException("something was received");
        }
    }
}
