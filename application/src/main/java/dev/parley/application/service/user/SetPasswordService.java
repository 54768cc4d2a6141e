package dev.parley.application.service.user;

import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.SessionEvents;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class SetPasswordService implements SetPasswordUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final UserLocks locks;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public SetPasswordService(
            UnitOfWork unitOfWork,
            Users users,
            Sessions sessions,
            PasswordHasher hasher,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.sessions = sessions;
        this.hasher = hasher;
        this.locks = locks;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result set(Command command) {
        if (!command.password().flaws().isEmpty()) {
            return new Result.WeakPassword(command.password().flaws());
        }
        Optional<User> user = users.find(command.username()).filter(found -> !found.isErased());
        if (user.isEmpty()) {
            return new Result.NoSuchUser();
        }
        PasswordHash hash = hasher.hash(command.password());
        return unitOfWork.execute(() -> replace(user.get().id(), hash));
    }

    private Result replace(UserId user, PasswordHash hash) {
        if (!locks.lock(user, user).isEmpty()) {
            return new Result.NoSuchUser();
        }
        users.replacePasswordHash(user, hash);
        Instant now = clock.instant();
        List<SessionId> closed = sessions.closeAll(user);
        events.append(SessionEvents.ofEnding(user, closed, now));
        outbox.record(Activity.by(user, ActivityType.PASSWORD_SET, now, Origin.operator()));
        return new Result.Done(closed.size());
    }
}
