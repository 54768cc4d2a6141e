package dev.parley.domain.shared;

/** The resources that can be temporarily unavailable. */
public enum Dependency {
    /** The database of users, conversations and messages. */
    STATE_STORE,
    /** The database of the activity log. */
    LOG_STORE,
    /** The bounded queue for password hashing. */
    PASSWORD_HASHING,
    /** The bounded queue of messages that wait for their transaction. */
    SENDING,
    /** The memory that buffers large responses for slow clients. */
    ANSWER_MEMORY
}
