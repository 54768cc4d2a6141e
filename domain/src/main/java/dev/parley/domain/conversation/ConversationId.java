package dev.parley.domain.conversation;

/** Names a conversation inside Parley; clients name it by the other's username. */
public record ConversationId(long value) {

    public ConversationId {
        if (value <= 0) {
            throw new IllegalArgumentException("a conversation id is positive");
        }
    }
}
