package dev.parley.application.service.session;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.LoginRates;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.Refunds;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits login attempts. A throttled attempt is neither hashed nor recorded as an activity, so that a flood of attempts cannot
 * fill the log.
 *
 * <p>Unknown names are limited like existing ones and cause the same queries.
 */
public final class ThrottledLogInService implements RateLimitedUseCase<Command, Result> {

    private final LogInUseCase logIn;
    private final SharedLimits limits;
    private final FailureStreaks streaks;
    private final Sessions sessions;
    private final LoginRates rates;
    private final Clock clock;

    public ThrottledLogInService(
            LogInUseCase logIn,
            SharedLimits limits,
            FailureStreaks streaks,
            Sessions sessions,
            LoginRates rates,
            Clock clock) {
        this.logIn = logIn;
        this.limits = limits;
        this.streaks = streaks;
        this.sessions = sessions;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public Outcome<Result> execute(Command command) {
        Instant now = clock.instant();
        Network network = Network.of(command.origin().address());
        Optional<PermitResult> hold = rates.backOff().hold(streaks.find(streakOf(command, network)), now);
        if (hold.isPresent()) {
            return new Outcome.Throttled<>(PermitResults.of(hold.orElseThrow()));
        }
        List<NeededPermit> permits =
                rates.permits(command.username(), network, isKnown(command.username(), network, now));
        PermitResults results = limits.take(permits, now);
        if (!results.areGranted()) {
            return new Outcome.Throttled<>(results);
        }
        Result result = attempt(command, permits);
        count(result, streakOf(command, network));
        return new Outcome.Allowed<>(result, results);
    }

    private Result attempt(Command command, List<NeededPermit> permits) {
        return Refunds.made(() -> logIn.logIn(command), () -> limits.refund(permits, clock.instant()));
    }

    /** Permits are taken before the attempt, so the streak lags by at most as many attempts as there are permits. */
    private void count(Result result, LimitKey streak) {
        switch (result) {
            case Result.LoggedIn loggedIn -> streaks.end(streak);
            case Result.InvalidCredentials() -> {
                Instant now = clock.instant();
                streaks.change(streak, before -> rates.backOff().failed(before, now));
            }
        }
    }

    /** Whether the account has an open session from the network. Invalid names need no query: they are not secret. */
    private boolean isKnown(String username, Network network, Instant now) {
        return Username.parse(username)
                .map(user -> sessions.isOpenFrom(user, network, now))
                .orElse(false);
    }

    private static LimitKey streakOf(Command command, Network network) {
        return LimitKey.ofName(command.username(), network);
    }
}
