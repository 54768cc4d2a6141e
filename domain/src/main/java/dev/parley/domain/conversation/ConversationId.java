package dev.parley.domain.conversation;

/** Identifies a conversation inside Parley. Clients use the username of the other participant. */
public record ConversationId(long value) {

    public ConversationId {
        if (value <= 0) {
            throw new IllegalArgumentException("conversation id must be positive, was " + value);
        }
    }
}
