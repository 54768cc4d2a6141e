package dev.parley.application.service.user;

import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import java.time.Clock;
import java.util.List;

/** Lets a user try only so many current passwords: whoever has stolen a token could find out the password otherwise. */
public final class ThrottledChangePasswordService implements ChangePasswordUseCase {

    private final ChangePasswordUseCase changePassword;
    private final SharedLimits limits;
    private final RateLimit perUser;
    private final Clock clock;

    public ThrottledChangePasswordService(
            ChangePasswordUseCase changePassword, SharedLimits limits, RateLimit perUser, Clock clock) {
        this.changePassword = changePassword;
        this.limits = limits;
        this.perUser = perUser;
        this.clock = clock;
    }

    @Override
    public Result change(Command command) {
        Claim claim = new Claim(perUser, LimitKey.ofUser(command.user().value()));
        Quotas quotas = limits.claim(List.of(claim), clock.instant());
        if (!quotas.areGranted()) {
            return new Result.Throttled(quotas);
        }
        return switch (changePassword.change(command)) {
            case Result.Changed(int closed, Quotas more) -> new Result.Changed(closed, quotas.and(more));
            case Result.WrongPassword(Quotas more) -> new Result.WrongPassword(quotas.and(more));
            case Result.WeakPassword(var flaws, Quotas more) -> new Result.WeakPassword(flaws, quotas.and(more));
            case Result.Throttled throttled -> throttled;
        };
    }
}
