package dev.parley.application.service.session;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.shared.SessionId;
import java.time.Clock;

public final class RevokeSessionService implements RevokeSessionUseCase {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public RevokeSessionService(UnitOfWork unitOfWork, Sessions sessions, ActivityOutbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result revoke(Command command) {
        return unitOfWork.execute(() -> switch (command.target()) {
            case Target.One(SessionId session) -> revokeOne(command, session);
            case Target.Others() -> revokeOthers(command);
        });
    }

    private Result revokeOne(Command command, SessionId session) {
        Caller caller = command.caller();
        if (!sessions.close(caller.user(), session)) {
            return new Result.NoSuchSession();
        }
        record(command, session.equals(caller.session()) ? ActivityType.LOGOUT : ActivityType.SESSION_REVOKED);
        return new Result.Revoked(1);
    }

    private Result revokeOthers(Command command) {
        Caller caller = command.caller();
        int closed = sessions.closeOthers(caller.user(), caller.session());
        if (closed > 0) {
            record(command, ActivityType.SESSION_REVOKED);
        }
        return new Result.Revoked(closed);
    }

    private void record(Command command, ActivityType type) {
        outbox.record(Activity.by(command.caller().user(), type, clock.instant(), command.origin()));
    }
}
