package dev.parley.adapters.rest.limit;

import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RequestKind;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Checks the rate limit of a request, and records the remaining permits for the response headers. */
public final class Admission {

    private final AdmitRequestUseCase admit;

    public Admission(AdmitRequestUseCase admit) {
        this.admit = admit;
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 429 if the limit is exceeded */
    public void require(RequestKind kind, Client client, ContainerRequestContext request) {
        PermitResults results = ask(kind, client, request);
        if (!results.areGranted()) {
            throw TooManyRequests.refusal(results);
        }
    }

    PermitResults ask(RequestKind kind, Client client, ContainerRequestContext request) {
        PermitResults results = admit.admit(kind, client);
        note(results, request);
        return results;
    }

    /**
     * Returns the result, and records the permits for the response headers.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 429 if a limit was exceeded
     */
    public static <R> R require(Outcome<R> outcome, ContainerRequestContext request) {
        note(outcome.results(), request);
        return switch (outcome) {
            case Outcome.Allowed<R>(R result, PermitResults results) -> result;
            case Outcome.Throttled<R>(PermitResults results) -> throw TooManyRequests.refusal(results);
        };
    }

    private static void note(PermitResults results, ContainerRequestContext request) {
        if (!results.all().isEmpty()) {
            RequestContext.of(request).setPermits(results);
        }
    }
}
