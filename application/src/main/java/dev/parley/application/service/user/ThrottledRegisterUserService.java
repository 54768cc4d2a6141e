package dev.parley.application.service.user;

import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Clock;
import java.util.List;

/** Lets only so many users register from one network. Only those who did count: nobody is out for a name that was taken. */
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
        Network network = Network.of(command.origin().address());
        List<Claim> claims = List.of(new Claim(perNetwork, LimitKey.ofNetwork(network)));
        Quotas quotas = limits.claim(claims, clock.instant());
        if (!quotas.areGranted()) {
            return new Result.Throttled(quotas);
        }
        return switch (tried(command, claims)) {
            case Result.Registered(var user, Quotas more) -> new Result.Registered(user, quotas.and(more));
            case Result.UsernameTaken(Quotas more) ->
                new Result.UsernameTaken(givenBack(claims).and(more));
            case Result.WeakPassword(var flaws, Quotas more) ->
                new Result.WeakPassword(flaws, givenBack(claims).and(more));
            case Result.Throttled throttled -> throttled;
        };
    }

    private Result tried(Command command, List<Claim> claims) {
        try {
            return register.register(command);
        } catch (UnavailableException e) {
            if (e.dependency() == Dependency.PASSWORD_HASHING) { // of a store that broke off nobody knows what it did
                givenBack(claims);
            }
            throw e;
        }
    }

    private Quotas givenBack(List<Claim> claims) {
        return limits.giveBack(claims, clock.instant());
    }
}
