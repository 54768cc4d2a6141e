package dev.parley.domain.conversation;

/** Identifies a message to clients. The order of messages is that of their {@link Place}, not of their ids. */
public record MessageId(long value) {

    public MessageId {
        if (value <= 0) {
            throw new IllegalArgumentException("message id must be positive, was " + value);
        }
    }
}
