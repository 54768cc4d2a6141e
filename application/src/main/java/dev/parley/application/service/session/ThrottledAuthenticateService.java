package dev.parley.application.service.session;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import java.util.List;

/**
 * Limits the lookups of invalid tokens per network: each lookup is a query, and any client can make up tokens.
 *
 * <p>Cached tokens are always looked up and never counted, whatever other clients of the same network do, because a client
 * cannot guess one. Valid tokens are not counted either.
 */
public final class ThrottledAuthenticateService implements RateLimitedUseCase<PresentedCredential, Result> {

    private final AuthenticateUseCase authenticate;
    private final Sessions sessions;
    private final NodeLimits limits;
    private final RateLimit failures;

    /** @param failures limit per network; a site has {@link dev.parley.domain.limit.Network#SITE_SHARE} times as much */
    public ThrottledAuthenticateService(
            AuthenticateUseCase authenticate, Sessions sessions, NodeLimits limits, RateLimit failures) {
        this.authenticate = authenticate;
        this.sessions = sessions;
        this.limits = limits;
        this.failures = failures;
    }

    @Override
    public Outcome<Result> execute(PresentedCredential token) {
        return sessions.isFamiliar(token.digest())
                ? new Outcome.Allowed<>(authenticate.authenticate(token), PermitResults.NONE)
                : throttled(token, token.network().permits(failures));
    }

    /**
     * Takes a permit only after a failure, so that valid tokens never use up the limit. Concurrent requests may therefore exceed
     * it slightly.
     */
    private Outcome<Result> throttled(PresentedCredential token, List<NeededPermit> failure) {
        PermitResults before = limits.look(failure);
        if (!before.areGranted()) {
            return new Outcome.Throttled<>(before);
        }
        Result result = authenticate.authenticate(token);
        return new Outcome.Allowed<>(
                result, result instanceof Result.Rejected ? limits.take(failure) : PermitResults.NONE);
    }
}
