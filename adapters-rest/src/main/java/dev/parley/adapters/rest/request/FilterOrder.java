package dev.parley.adapters.rest.request;

import jakarta.ws.rs.Priorities;

/**
 * The order of the filters of all APIs within Jersey; {@link dev.parley.adapters.rest.RestApi} registers them. Before them a
 * request passes the handlers and filters of the server.
 */
public final class FilterOrder {

    // Requests, lowest first: before the resource is matched

    /** {@link UnreadableHeaders}. */
    public static final int HEADERS = 0;

    /** {@link SemicolonsInPaths}. */
    public static final int PATHS = 1;

    // Requests, lowest first: after the resource is matched

    /** The media types that the client accepts; the legacy API checks them before the caller. */
    public static final int ACCEPT = Priorities.AUTHENTICATION - 100;

    /** The caller. */
    public static final int CALLER = Priorities.AUTHENTICATION;

    /** The limits of the caller. */
    public static final int LIMITS = Priorities.AUTHORIZATION;

    // Responses, highest first

    /** Lists of methods that the caller must not see. */
    public static final int METHODS = 6000;

    /** Failures and problems in the format of their API. */
    public static final int ERRORS = 5500;

    /** Headers that every response has; {@link UnreadBody}. */
    public static final int RESPONSE_HEADERS = 5000;

    /** Bodies as bytes, within the memory for large ones. */
    public static final int BODIES = 0;

    private FilterOrder() {}
}
