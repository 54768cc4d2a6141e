package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.domain.limit.Quotas;

/** Counts logins. */
public final class MeteredLogIn implements LogInUseCase {

    private final LogInUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredLogIn(LogInUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Result logIn(Command command) {
        Result result = delegate.logIn(command);
        switch (result) {
            case Result.LoggedIn loggedIn -> metrics.login(true);
            case Result.InvalidCredentials invalid -> metrics.login(false);
            case Result.Throttled(Quotas quotas) -> metrics.limited(quotas);
        }
        return result;
    }
}
