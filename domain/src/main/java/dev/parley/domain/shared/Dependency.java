package dev.parley.domain.shared;

/** What Parley leans on and may have to do without for a while. */
public enum Dependency {
    /** The database of users, conversations and messages. */
    STATE_STORE,
    /** The database of the activity log. */
    LOG_STORE,
    /** The bounded lane in which passwords are hashed. */
    PASSWORD_HASHING,
    /** The bounded place where messages wait for their transaction. */
    SENDING,
    /** The memory in which large answers wait for slow readers. */
    ANSWER_MEMORY
}
