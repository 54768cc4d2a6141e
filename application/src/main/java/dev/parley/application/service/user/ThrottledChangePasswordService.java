package dev.parley.application.service.user;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Command;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Result;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.BackOff;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.Refunds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits the attempts at the current password per user, with a back-off per session: a stolen token could otherwise be used to
 * guess the password. The back-off is per session, so that the owner, in another session, does not have to wait for it.
 */
public final class ThrottledChangePasswordService implements RateLimitedUseCase<Command, Result> {

    private final ChangePasswordUseCase changePassword;
    private final SharedLimits limits;
    private final FailureStreaks streaks;
    private final RateLimit perUser;
    private final BackOff backOff;
    private final Clock clock;

    public ThrottledChangePasswordService(
            ChangePasswordUseCase changePassword,
            SharedLimits limits,
            FailureStreaks streaks,
            RateLimit perUser,
            BackOff backOff,
            Clock clock) {
        this.changePassword = changePassword;
        this.limits = limits;
        this.streaks = streaks;
        this.perUser = perUser;
        this.backOff = backOff;
        this.clock = clock;
    }

    @Override
    public Outcome<Result> execute(Command command) {
        LimitKey session = LimitKey.ofSession(command.inUse().value());
        Instant now = clock.instant();
        Optional<PermitResult> hold = backOff.hold(streaks.find(session), now);
        if (hold.isPresent()) {
            return new Outcome.Throttled<>(PermitResults.of(hold.orElseThrow()));
        }
        List<NeededPermit> permits =
                List.of(new NeededPermit(perUser, LimitKey.ofUser(command.user().value())));
        PermitResults results = limits.take(permits, now);
        if (!results.areGranted()) {
            return new Outcome.Throttled<>(results);
        }
        Result result = attempt(command, permits);
        count(result, session);
        return new Outcome.Allowed<>(result, results);
    }

    private Result attempt(Command command, List<NeededPermit> permits) {
        return Refunds.made(() -> changePassword.change(command), () -> limits.refund(permits, clock.instant()));
    }

    private void count(Result result, LimitKey session) {
        switch (result) {
            case Result.Changed changed -> streaks.end(session);
            case Result.WrongPassword() -> {
                Instant now = clock.instant();
                streaks.change(session, before -> backOff.failed(before, now));
            }
            case Result.WeakPassword weak -> {}
        }
    }
}
