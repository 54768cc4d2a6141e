package dev.parley.adapters.rest.v1.event.follow;

import java.util.Locale;

/** Why somebody no longer follows. */
public enum Ending {
    /** Logged out, revoked, expired, or the account is erased. */
    SESSION_ENDED,
    /** The node stops. */
    SHUTDOWN,
    /** The client did not take what it was sent in time. */
    TOO_SLOW,
    /** The same session has opened too many others since. */
    REPLACED,
    /** Something broke here. */
    INTERNAL_ERROR,
    /** The client went away. */
    GONE,
    /** It never began, because the first reading failed or found the session ended. */
    REFUSED;

    /** As clients and metrics have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
