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
        List<NeededPermit> permits = Network.of(command.origin().address()).permits(perNetwork);
        PermitResults results = limits.take(permits, clock.instant());
        if (!results.areGranted()) {
            return new Outcome.Throttled<>(results);
        }
        Result result = attempt(command, permits);
        return new Outcome.Allowed<>(result, result instanceof Result.Registered ? results : refunded(permits));
    }

    private Result attempt(Command command, List<NeededPermit> permits) {
        return Refunds.made(() -> register.register(command), () -> refunded(permits));
    }

    private PermitResults refunded(List<NeededPermit> permits) {
        return limits.refund(permits, clock.instant());
    }
}
