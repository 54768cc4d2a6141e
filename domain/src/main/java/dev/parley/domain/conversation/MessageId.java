package dev.parley.domain.conversation;

/** Names a message to clients. It says nothing about order: that is what a {@link Place} is for. */
public record MessageId(long value) {

    public MessageId {
        if (value <= 0) {
            throw new IllegalArgumentException("a message id is positive");
        }
    }
}
