package dev.parley.application.service.session;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.LoginRates;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets only so many logins be tried. What it refuses costs no hashing and is no activity: whoever floods a name with attempts
 * would fill the log.
 *
 * <p>Names that nobody has are limited like all others, and the same is asked of the stores for both.
 */
public final class ThrottledLogInService implements LogInUseCase {

    /** Has no sessions; they are asked for all the same. */
    private static final UserId NOBODY = new UserId(Long.MAX_VALUE);

    private final LogInUseCase logIn;
    private final SharedLimits limits;
    private final FailureStreaks streaks;
    private final Users users;
    private final Sessions sessions;
    private final LoginRates rates;
    private final Clock clock;

    public ThrottledLogInService(
            LogInUseCase logIn,
            SharedLimits limits,
            FailureStreaks streaks,
            Users users,
            Sessions sessions,
            LoginRates rates,
            Clock clock) {
        this.logIn = logIn;
        this.limits = limits;
        this.streaks = streaks;
        this.users = users;
        this.sessions = sessions;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public Result logIn(Command command) {
        Instant now = clock.instant();
        Network network = Network.of(command.origin().address());
        Duration wait = rates.backOff().untilNext(streaks.find(streakOf(command, network)), now);
        if (wait.isPositive()) {
            return new Result.Throttled(Quotas.of(new Quota(rates.account(), 0, wait, wait)));
        }
        boolean isKnown = isKnown(command.username(), network, now);
        List<Claim> claims = rates.claims(command.username(), network, isKnown);
        Quotas quotas = limits.claim(claims, now);
        return quotas.areGranted()
                ? counted(tried(command, claims), command, network, quotas)
                : new Result.Throttled(quotas);
    }

    /** An attempt for which no password was hashed has told nobody anything, and does not count. */
    private Result tried(Command command, List<Claim> claims) {
        try {
            return logIn.logIn(command);
        } catch (UnavailableException e) {
            if (e.dependency() == Dependency.PASSWORD_HASHING) {
                limits.giveBack(claims, clock.instant());
            }
            throw e;
        }
    }

    /** The claims come first, so that no more can fail at once than there are units; so the streak lags by as many at most. */
    private Result counted(Result result, Command command, Network network, Quotas quotas) {
        return switch (result) {
            case Result.LoggedIn(var session, var token, Quotas more) -> {
                streaks.end(streakOf(command, network));
                yield new Result.LoggedIn(session, token, quotas.and(more));
            }
            case Result.InvalidCredentials(Quotas more) -> {
                Instant now = clock.instant();
                streaks.add(streakOf(command, network), now, rates.backOff().forgottenBefore(now));
                yield new Result.InvalidCredentials(quotas.and(more));
            }
            case Result.Throttled throttled -> throttled;
        };
    }

    /** Whether the account is in use there, as far as its newest sessions show. */
    private boolean isKnown(String username, Network network, Instant now) {
        UserId user = Username.parse(username)
                .flatMap(users::findCredentials)
                .map(Credentials::user)
                .orElse(NOBODY);
        return sessions.list(user, now, Optional.empty(), Sessions.MAX_PAGE).stream()
                .anyMatch(session -> Network.of(session.address()).equals(network));
    }

    private static LimitKey streakOf(Command command, Network network) {
        return LimitKey.ofName(command.username(), network);
    }
}
