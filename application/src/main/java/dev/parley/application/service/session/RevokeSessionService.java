package dev.parley.application.service.session;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.SessionEvents;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

public final class RevokeSessionService implements RevokeSessionUseCase {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final UserLocks locks;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public RevokeSessionService(
            UnitOfWork unitOfWork,
            Sessions sessions,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.locks = locks;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result revoke(Command command) {
        UserId user = command.caller().user();
        return unitOfWork.execute(() -> {
            locks.lock(user, user);
            return switch (command.target()) {
                case Target.One(SessionId session) -> revokeOne(command, session);
                case Target.Others() -> revokeOthers(command);
            };
        });
    }

    private Result revokeOne(Command command, SessionId session) {
        Caller caller = command.caller();
        if (!sessions.close(caller.user(), session)) {
            return new Result.NoSuchSession();
        }
        Instant now = clock.instant();
        events.append(SessionEvents.ofEnding(caller.user(), List.of(session), now));
        outbox.record(
                session.equals(caller.session())
                        ? Activity.by(caller.user(), ActivityType.LOGOUT, now, command.origin())
                        : Activity.revoking(caller.user(), List.of(session), now, command.origin()));
        return new Result.Revoked(1);
    }

    private Result revokeOthers(Command command) {
        Caller caller = command.caller();
        List<SessionId> closed = sessions.closeOthers(caller.user(), caller.session());
        if (!closed.isEmpty()) {
            Instant now = clock.instant();
            events.append(SessionEvents.ofEnding(caller.user(), closed, now));
            outbox.record(Activity.revoking(caller.user(), closed, now, command.origin()));
        }
        return new Result.Revoked(closed.size());
    }
}
