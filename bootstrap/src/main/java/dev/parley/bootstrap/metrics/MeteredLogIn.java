package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.session.LogInUseCase;

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
        metrics.login(
                switch (result) {
                    case Result.LoggedIn loggedIn -> true;
                    case Result.InvalidCredentials invalid -> false;
                });
        return result;
    }
}
