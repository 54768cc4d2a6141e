package dev.parley.application.service.user;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase.Command;
import dev.parley.application.port.in.user.RegisterUserUseCase.Result;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.Refunds;
import java.time.Clock;
import java.util.List;

/** Limits registrations per network. Only successful registrations count; a taken name costs no permit. */
public final class ThrottledRegisterUserService implements RateLimitedUseCase<Command, Result> {

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
    public Outcome<Result> execute(Command command) {
        List<NeededPermit> claims = Network.of(command.origin().address()).claims(perNetwork);
        PermitResults quotas = limits.claim(claims, clock.instant());
        if (!quotas.areGranted()) {
            return new Outcome.Throttled<>(quotas);
        }
        Result result = attempt(command, claims);
        return new Outcome.Allowed<>(result, result instanceof Result.Registered ? quotas : refunded(claims));
    }

    private Result attempt(Command command, List<NeededPermit> claims) {
        return Refunds.made(() -> register.register(command), () -> refunded(claims));
    }

    private PermitResults refunded(List<NeededPermit> claims) {
        return limits.refund(claims, clock.instant());
    }
}
