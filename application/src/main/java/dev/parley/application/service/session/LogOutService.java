package dev.parley.application.service.session;

import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import java.time.Clock;

public final class LogOutService implements LogOutUseCase {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public LogOutService(UnitOfWork unitOfWork, Sessions sessions, ActivityOutbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void logOut(Command command) {
        unitOfWork.execute(() -> {
            boolean closed =
                    sessions.close(command.caller().user(), command.caller().session());
            if (closed) {
                outbox.record(
                        Activity.by(command.caller().user(), ActivityType.LOGOUT, clock.instant(), command.origin()));
            }
            return closed;
        });
    }
}
