package dev.parley.adapters.rest.error;

import dev.parley.adapters.rest.request.AllowedMethods;
import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.request.RequestContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures of the service, and writes every failure in the error format of its API. */
@Priority(FilterOrder.ERRORS)
public final class FailureFilter implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ErrorFormat form;

    public FailureFilter(ErrorFormat form) {
        this.form = form;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        failureIn(response).ifPresent(failure -> answer(failure, request, response));
    }

    /** Turns the response into an error response. */
    public void answer(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        Failure reported = reported(failure, request);
        log(reported, request);
        addHeaders(reported, response);
        form.write(reported, request, response);
    }

    /** An unknown outcome matters only for writes: a read can always be repeated. */
    private static Failure reported(Failure failure, ContainerRequestContext request) {
        return failure instanceof Failure.OutcomeUnknown(var retryAfter, var reason)
                        && READING.contains(request.getMethod())
                ? new Failure.Unavailable(retryAfter, reason)
                : failure;
    }

    private static Optional<Failure> failureIn(ContainerResponseContext response) {
        if (response.getEntity() instanceof Failure failure) {
            return Optional.of(failure);
        }
        boolean isBare = response.getStatus() >= 400 && !response.hasEntity();
        return isBare ? Optional.of(new Failure.Refused(response.getStatus())) : Optional.empty();
    }

    private static void addHeaders(Failure failure, ContainerResponseContext response) {
        switch (failure) {
            case Failure.MethodNotAllowed(var allowed) ->
                response.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.header(allowed));
            case Failure.Unavailable unavailable -> retryAfter(unavailable.retryAfter(), response);
            case Failure.OutcomeUnknown unknown -> retryAfter(unknown.retryAfter(), response);
            case Failure.Throttled(Duration wait) -> retryAfter(wait, response);
            case Failure.Unexpected unexpected -> {}
            case Failure.Refused refused -> {}
        }
    }

    private static void retryAfter(Duration wait, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait));
    }

    private static void log(Failure failure, ContainerRequestContext request) {
        String id = RequestContext.of(request).id().orElse("-");
        switch (failure) {
            case Failure.Unexpected(Throwable cause) -> LOG.error("Request {} failed", id, cause);
            // Expected, and in an outage logged for every request: stack traces would push the cause of the outage out
            // of the log.
            case Failure.Unavailable unavailable ->
                LOG.warn("Request {} could not be served: {}", id, unavailable.reason());
            case Failure.OutcomeUnknown unknown ->
                LOG.warn("Request {} may have been carried out: {}", id, unknown.reason());
            case Failure.MethodNotAllowed notAllowed -> {}
            case Failure.Throttled throttled -> {}
            case Failure.Refused refused -> {}
        }
    }
}
