package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Presented;
import dev.parley.domain.limit.Quotas;

/** Counts requests that were refused because too many tokens from there were nobody's. */
public final class MeteredAuthenticate implements AuthenticateUseCase {

    private final AuthenticateUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredAuthenticate(AuthenticateUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Result authenticate(Presented token) {
        Result result = delegate.authenticate(token);
        if (result instanceof Result.Throttled(Quotas quotas)) {
            metrics.limited(quotas);
        }
        return result;
    }
}
