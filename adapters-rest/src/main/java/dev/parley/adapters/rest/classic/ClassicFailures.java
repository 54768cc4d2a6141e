package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.json.DetailResponse;
import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.error.FailureForm;
import dev.parley.adapters.rest.error.StatusWording;
import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures in the seed's form: one sentence under {@code detail}. */
final class ClassicFailures implements FailureForm {

    @Override
    public void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        switch (failure) {
            case Failure.MethodNotAllowed(var allowed) ->
                response.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.header(allowed));
            case Failure.Unavailable(var cause) ->
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds(cause.retryAfter()));
            case Failure.Unexpected unexpected -> {}
            case Failure.Refused refused -> {}
        }
        Rewritten.json(response, failure.status(), body(failure, request));
    }

    private static DetailResponse body(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.MethodNotAllowed notAllowed ->
                new DetailResponse("Method \"" + request.getMethod() + "\" not allowed.");
            case Failure.Unavailable unavailable ->
                new DetailResponse(StatusWording.of(failure.status()), requestId(request));
            case Failure.Unexpected unexpected ->
                new DetailResponse(StatusWording.of(failure.status()), requestId(request));
            case Failure.Refused(int status) -> new DetailResponse(StatusWording.of(status));
        };
    }

    private static @Nullable String requestId(ContainerRequestContext request) {
        return request.getProperty(RequestProperty.REQUEST_ID) instanceof String id ? id : null;
    }

    /** Rounded up: who comes too early has to come again. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
