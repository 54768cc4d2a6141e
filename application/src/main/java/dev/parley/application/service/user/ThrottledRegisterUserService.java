package dev.parley.application.service.user;

import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.Attempt;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import java.time.Clock;
import java.util.List;

/** Limits registrations per network. Only successful registrations count; a taken name costs no permit. */
public final class ThrottledRegisterUserService implements RegisterUserUseCase {

    private final RegisterUserUseCase register;
    private final SharedLimits limits;
    private final RateLimit perNetwork;
    private final Clock clock;

    public ThrottledRegisterUserService(
            RegisterUserUseCase register, SharedLimits limits, RateLimit perNetwork, Clock clock) {
        this.register = register;
        this.limits = limits;
        this.perNetwork = perNetwork;
        this.clock = clock;
    }

    @Override
    public Result register(Command command) {
        List<Claim> claims = Network.of(command.origin().address()).claims(perNetwork);
        Quotas quotas = limits.claim(claims, clock.instant());
        if (!quotas.areGranted()) {
            return new Result.Throttled(quotas);
        }
        return switch (attempt(command, claims)) {
            case Result.Registered(var user, Quotas more) -> new Result.Registered(user, quotas.and(more));
            case Result.UsernameTaken(Quotas more) ->
                new Result.UsernameTaken(refunded(claims).and(more));
            case Result.WeakPassword(var flaws, Quotas more) ->
                new Result.WeakPassword(flaws, refunded(claims).and(more));
            case Result.Throttled throttled -> throttled;
        };
    }

    private Result attempt(Command command, List<Claim> claims) {
        return Attempt.made(() -> register.register(command), () -> refunded(claims));
    }

    private Quotas refunded(List<Claim> claims) {
        return limits.giveBack(claims, clock.instant());
    }
}
