package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.domain.limit.Quotas;

/** Counts those who were refused because they tried too often. */
public final class MeteredChangePassword implements ChangePasswordUseCase {

    private final ChangePasswordUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredChangePassword(ChangePasswordUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Result change(Command command) {
        Result result = delegate.change(command);
        if (result instanceof Result.Throttled(Quotas quotas)) {
            metrics.limited(quotas);
        }
        return result;
    }
}
