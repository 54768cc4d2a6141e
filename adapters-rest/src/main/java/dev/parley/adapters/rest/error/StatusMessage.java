package dev.parley.adapters.rest.error;

import jakarta.ws.rs.core.Response.Status;

/** The error message for a status that the framework set without a message. */
public final class StatusMessage {

    private StatusMessage() {}

    public static String of(int status) {
        Status known = Status.fromStatusCode(status);
        return switch (known) {
            case NOT_FOUND -> "Not found.";
            case SERVICE_UNAVAILABLE -> "Service temporarily unavailable.";
            case INTERNAL_SERVER_ERROR -> "Internal server error.";
            case null -> "Request refused.";
            default -> known.getReasonPhrase() + ".";
        };
    }
}
