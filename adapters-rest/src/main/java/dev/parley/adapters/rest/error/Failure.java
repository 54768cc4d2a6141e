package dev.parley.adapters.rest.error;

import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Set;

/** Why a request got no answer of its own. */
public sealed interface Failure {

    /** Not now; later perhaps. */
    record Unavailable(UnavailableException cause) implements Failure {}

    /** It failed, and may have been carried out all the same. */
    record OutcomeUnknown(OutcomeUnknownException cause) implements Failure {}

    /** Nobody's fault but ours. The client learns nothing of the cause. */
    record Unexpected(Throwable cause) implements Failure {}

    /** @param allowed the methods that there are at this path */
    record MethodNotAllowed(Set<String> allowed) implements Failure {}

    /** Too much was asked for. */
    record Throttled(Duration untilNext) implements Failure {}

    /** The framework refused it, with this status. */
    record Refused(int status) implements Failure {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case OutcomeUnknownException unknown -> new OutcomeUnknown(unknown);
            case UnavailableException unavailable -> new Unavailable(unavailable);
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
