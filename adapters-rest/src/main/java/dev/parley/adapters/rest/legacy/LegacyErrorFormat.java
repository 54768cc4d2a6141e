package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.error.ErrorFormat;
import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.error.ResponseEntities;
import dev.parley.adapters.rest.error.RetryAfter;
import dev.parley.adapters.rest.error.StatusMessage;
import dev.parley.adapters.rest.legacy.json.DetailResponse;
import dev.parley.adapters.rest.request.RequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;

/** The error format of the legacy API: one sentence under {@code detail}. */
final class LegacyErrorFormat implements ErrorFormat {

    @Override
    public void write(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        ResponseEntities.json(response, failure.status(), body(failure, request));
    }

    private static DetailResponse body(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.MethodNotAllowed notAllowed ->
                new DetailResponse("Method \"" + request.getMethod() + "\" not allowed.");
            case Failure.Unavailable unavailable ->
                new DetailResponse(
                        StatusMessage.of(failure.status()),
                        RequestContext.of(request).id().orElse(null));
            case Failure.OutcomeUnknown unknown ->
                new DetailResponse(
                        "It is not known whether the request was carried out. Repeat a message with the same"
                                + " Idempotency-Key.",
                        RequestContext.of(request).id().orElse(null));
            case Failure.Unexpected unexpected ->
                new DetailResponse(
                        StatusMessage.of(failure.status()),
                        RequestContext.of(request).id().orElse(null));
            case Failure.Throttled(Duration wait) -> new DetailResponse(wording(RetryAfter.seconds(wait)));
            case Failure.Refused(int status) -> new DetailResponse(StatusMessage.of(status));
        };
    }

    /** The wording of Django REST framework. */
    private static String wording(long seconds) {
        return "Request was throttled. Expected available in " + seconds + (seconds == 1 ? " second." : " seconds.");
    }
}
