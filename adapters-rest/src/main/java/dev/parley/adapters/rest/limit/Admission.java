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
        PermitResults quotas = ask(kind, client, request);
        if (!quotas.areGranted()) {
            throw TooManyRequests.refusal(quotas);
        }
    }

    PermitResults ask(RequestKind kind, Client client, ContainerRequestContext request) {
        PermitResults quotas = admit.admit(kind, client);
        note(quotas, request);
        return quotas;
    }

    /**
     * Returns the result, and records the permits for the response headers.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 429 if a limit was exceeded
     */
    public static <R> R require(Outcome<R> outcome, ContainerRequestContext request) {
        note(outcome.quotas(), request);
        return switch (outcome) {
            case Outcome.Allowed<R>(R result, PermitResults quotas) -> result;
            case Outcome.Throttled<R>(PermitResults quotas) -> throw TooManyRequests.refusal(quotas);
        };
    }

    private static void note(PermitResults quotas, ContainerRequestContext request) {
        if (!quotas.all().isEmpty()) {
            RequestContext.of(request).setQuotas(quotas);
        }
    }
}
