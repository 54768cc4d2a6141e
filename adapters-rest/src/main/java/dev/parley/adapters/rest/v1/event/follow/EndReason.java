package dev.parley.adapters.rest.v1.event.follow;

import java.util.Locale;

/** Why a stream or poll ended. */
public enum EndReason {
    /** Logged out, revoked, expired, or the account was erased. */
    SESSION_ENDED,
    /** The node is shutting down. */
    SHUTDOWN,
    /** The client did not read fast enough. */
    TOO_SLOW,
    /** The same session opened too many newer connections. */
    REPLACED,
    /** An error in the service. */
    INTERNAL_ERROR,
    /** The client disconnected. */
    GONE,
    /** The first read failed, or the session had already ended. */
    REFUSED;

    /** The name of the reason in responses and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
