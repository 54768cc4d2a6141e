package dev.parley.domain.activity;

/** The kinds of actions in the activity log. The log store keeps these names. */
public enum ActivityType {
    SIGN_UP,
    VALID_LOGIN,
    /** A rejected login; the actor is the user of that name, if one exists. */
    INVALID_LOGIN,
    LOGOUT,
    /** A user ended one of their other sessions, or all of them. */
    SESSION_REVOKED,
    /** Only recorded when the block was new. */
    BLOCK,
    /** Only recorded when a block was lifted. */
    UN_BLOCK,
    /** Also recorded when the message is held. */
    MESSAGE_SEND,
    /** An operator gave the user a new password. */
    PASSWORD_SET,
    /** The user changed the password. */
    PASSWORD_CHANGED,
    /** The user had the account erased. */
    ACCOUNT_ERASED
}
