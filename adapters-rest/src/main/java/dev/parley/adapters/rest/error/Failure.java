package dev.parley.adapters.rest.error;

import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reason why a request failed, independent of the error format. */
public sealed interface Failure {

    /**
     * The service is unavailable for now; a retry may succeed.
     *
     * @param reason for the log
     */
    record Unavailable(Duration retryAfter, String reason) implements Failure {}

    /**
     * The request failed, but may have been carried out.
     *
     * @param reason for the log
     */
    record OutcomeUnknown(Duration retryAfter, String reason) implements Failure {}

    /** An error in the service. The client does not learn the cause. */
    record Unexpected(Throwable cause) implements Failure {}

    /** @param allowed the methods that resources declare for this path */
    record MethodNotAllowed(Set<String> allowed) implements Failure {}

    /** The client exceeded a rate limit. */
    record Throttled(Duration untilNext) implements Failure {}

    /** The framework refused the request with this status. */
    record Refused(int status) implements Failure {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case OutcomeUnknownException unknown -> new OutcomeUnknown(unknown.retryAfter(), reasons(unknown));
            case UnavailableException unavailable -> new Unavailable(unavailable.retryAfter(), reasons(unavailable));
            case NotAllowedException notAllowed ->
                new MethodNotAllowed(notAllowed.getResponse().getAllowedMethods());
            case WebApplicationException refusal
            when refusal.getResponse().getEntity() instanceof Failure failure -> failure;
            case WebApplicationException refusal
            when refusal.getResponse().getStatus() != 500 ->
                new Refused(refusal.getResponse().getStatus());
            default -> new Unexpected(thrown);
        };
    }

    private static String reasons(Throwable failure) {
        int deepest = 5; // bounds the line in the log
        return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                .limit(deepest)
                .map(Throwable::getMessage)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    default int status() {
        return switch (this) {
            case Unavailable unavailable -> 503;
            case OutcomeUnknown unknown -> 503;
            case Unexpected unexpected -> 500;
            case MethodNotAllowed notAllowed -> 405;
            case Throttled throttled -> 429;
            case Refused(int status) -> status;
        };
    }
}
