package dev.parley.application.service.session;

import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Presented;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import java.util.List;

/**
 * Looks up only so many tokens for one network that are nobody's: each is a query, and anybody can make them up.
 *
 * <p>A token that is familiar is looked up whatever others do behind the same address, and counts in no limit: nobody can make
 * one up. Nor does one that is good.
 */
public final class ThrottledAuthenticateService implements AuthenticateUseCase {

    private final AuthenticateUseCase authenticate;
    private final Sessions sessions;
    private final NodeLimits limits;
    private final RateLimit failures;

    /** @param failures for one network, and times its share for a site */
    public ThrottledAuthenticateService(
            AuthenticateUseCase authenticate, Sessions sessions, NodeLimits limits, RateLimit failures) {
        this.authenticate = authenticate;
        this.sessions = sessions;
        this.limits = limits;
        this.failures = failures;
    }

    @Override
    public Result authenticate(Presented token) {
        return sessions.isFamiliar(token.digest())
                ? authenticate.authenticate(token)
                : throttled(token, token.network().get().claims(failures));
    }

    /** Nothing is taken before it has failed, or the good tokens of many would be out of units: it lags by what is under way. */
    private Result throttled(Presented token, List<Claim> failure) {
        Quotas before = limits.look(failure);
        if (!before.areGranted()) {
            return new Result.Throttled(before);
        }
        return switch (authenticate.authenticate(token)) {
            case Result.Authenticated authenticated -> authenticated;
            case Result.Rejected(Quotas more) ->
                new Result.Rejected(limits.claim(failure).and(more));
            case Result.Throttled throttled -> throttled;
        };
    }
}
