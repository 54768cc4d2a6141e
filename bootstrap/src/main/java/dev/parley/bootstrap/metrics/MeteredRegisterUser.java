package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.domain.limit.Quotas;

/** Counts those who were refused because they tried too often. */
public final class MeteredRegisterUser implements RegisterUserUseCase {

    private final RegisterUserUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredRegisterUser(RegisterUserUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Result register(Command command) {
        Result result = delegate.register(command);
        if (result instanceof Result.Throttled(Quotas quotas)) {
            metrics.limited(quotas);
        }
        return result;
    }
}
