package dev.parley.domain.limit;

/** The kinds of requests that have rate limits of their own. */
public enum RequestKind {
    /** Reads. */
    READ,
    /** Sends a message. */
    SEND,
    /** Makes any other change. */
    WRITE,
    /** Registers or logs in; needs no token. */
    ENTER
}
