package dev.parley.application.service.session;

import dev.parley.application.port.in.session.LogOutUseCase;
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

public final class LogOutService implements LogOutUseCase {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final UserLocks locks;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public LogOutService(
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
    public void logOut(Command command) {
        unitOfWork.execute(() -> {
            UserId user = command.caller().user();
            SessionId session = command.caller().session();
            locks.lock(user, user);
            boolean closed = sessions.close(user, session);
            if (closed) {
                Instant now = clock.instant();
                events.append(SessionEvents.ofEnding(user, List.of(session), now));
                outbox.record(Activity.by(user, ActivityType.LOGOUT, now, command.origin()));
            }
            return closed;
        });
    }
}
