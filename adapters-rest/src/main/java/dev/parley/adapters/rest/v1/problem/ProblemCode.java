package dev.parley.adapters.rest.v1.problem;

import dev.parley.adapters.rest.request.IdempotencyKeyHeader;
import java.util.Locale;

/**
 * The problems of v1. A code, its status and its type never change; clients act on the code alone. Tests compare this list
 * with docs/app/problems.md and openapi.yaml.
 */
public enum ProblemCode {
    BAD_REQUEST(400, "Bad request", "The request could not be understood."),
    MALFORMED_JSON(400, "Malformed JSON", "The body is not JSON, has a field twice, or has more than 64."),
    BAD_CURSOR(400, "Bad cursor", "The cursor was not issued by this list."),
    BAD_LIMIT(400, "Bad limit", "The limit must be a whole number from 1 to 200."),
    BAD_PARAMETER(400, "Bad parameter", "A query parameter is missing, repeated or not understood."),
    BAD_IDEMPOTENCY_KEY(400, "Bad idempotency key", IdempotencyKeyHeader.RULE),
    UNAUTHENTICATED(401, "Unauthenticated", "Send a token: \"Authorization: Bearer <token>\"."),
    INVALID_TOKEN(401, "Invalid token", "The token is unknown, revoked or expired. Log in again."),
    INVALID_TICKET(401, "Invalid ticket", "The ticket is unknown, used or expired. Request a new one."),
    INVALID_CREDENTIALS(401, "Invalid credentials", "No user has this name with this password."),
    WRONG_PASSWORD(403, "Wrong password", "The current password is incorrect."),
    NOT_FOUND(404, "Not found", "There is nothing at this path."),
    USER_NOT_FOUND(404, "User not found", "No user has this name."),
    SESSION_NOT_FOUND(404, "Session not found", "The caller has no such session."),
    MESSAGE_NOT_FOUND(404, "Message not found", "No such message is visible to the caller."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The header Allow names the methods of this path."),
    NOT_ACCEPTABLE(406, "Not acceptable", "Responses are application/json, and problems are application/problem+json."),
    USERNAME_TAKEN(409, "Username taken", "A user has or had this name, or one that differs only in case."),
    CURSOR_EXPIRED(410, "Cursor expired", "The cursor has expired. Load the snapshot again."),
    BODY_TOO_LARGE(413, "Body too large", "The body exceeds the maximum size."),
    URI_TOO_LONG(414, "URI too long", "The path and the query exceed the maximum size."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body must be application/json."),
    VALIDATION_FAILED(422, "Validation failed", "The fields in \"errors\" are invalid."),
    WEAK_PASSWORD(422, "Weak password", "The password breaks the rules in \"errors\"."),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused", "This key was already used for another message."),
    RATE_LIMITED(429, "Rate limited", "Too many requests. Retry after the time in the header Retry-After."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers exceed the maximum size."),
    INTERNAL_ERROR(
            500, "Internal server error", "An internal error occurred. The server log has it under the request id."),
    UNAVAILABLE(503, "Service unavailable", "Temporarily unavailable. Retry after the time in the header Retry-After."),
    OUTCOME_UNKNOWN(
            503,
            "Outcome unknown",
            "It is not known whether the request was carried out. Repeat a message with the same Idempotency-Key.");

    private static final String TYPE = "urn:parley:problem:";

    private final int status;
    private final String title;
    private final String meaning;

    ProblemCode(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** The problem for a status of the framework without a more specific one. */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The code in responses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The URN of the kind of problem; it cannot be fetched. */
    public String type() {
        return TYPE + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The default detail. */
    public String meaning() {
        return meaning;
    }

    /** Whether the fault is the service's. The response then hides the cause. */
    public boolean isOurs() {
        return status >= 500;
    }
}
