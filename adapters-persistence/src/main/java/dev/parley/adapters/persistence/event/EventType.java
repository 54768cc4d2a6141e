package dev.parley.adapters.persistence.event;

/** What the column {@code type} of {@code user_event} can say: a change each, by a name that stays when classes move. */
enum EventType {
    MESSAGE_CREATED,
    MESSAGE_RELEASED,
    RECEIPT_READ,
    CONVERSATION_READ,
    BLOCK_CREATED,
    BLOCK_REMOVED,
    SESSION_REVOKED,
    USER_ERASED
}
