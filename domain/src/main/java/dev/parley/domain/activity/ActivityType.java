package dev.parley.domain.activity;

/** What users do that is worth remembering. The names are the ones that the log store keeps. */
public enum ActivityType {
    SIGN_UP,
    VALID_LOGIN,
    /** A login that was refused; the actor is the user of that name, if there is one. */
    INVALID_LOGIN,
    LOGOUT,
    /** A user ended one of their other sessions, or all of them. */
    SESSION_REVOKED,
    /** Only when the block was new. */
    BLOCK,
    /** Only when a block was lifted. */
    UN_BLOCK,
    /** Also when the message is held. */
    MESSAGE_SEND,
    /** An operator gave the user a new password. */
    PASSWORD_SET,
    /** The user changed the password. */
    PASSWORD_CHANGED,
    /** The user had the account erased. */
    ACCOUNT_ERASED
}
