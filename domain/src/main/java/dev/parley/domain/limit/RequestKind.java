package dev.parley.domain.limit;

/** What a request is for, as far as its cost goes. */
public enum RequestKind {
    /** Looks at something. */
    READ,
    /** Writes to somebody. */
    SEND,
    /** Changes something else. */
    WRITE,
    /** Comes without a token: registers, or logs in. */
    ENTER
}
