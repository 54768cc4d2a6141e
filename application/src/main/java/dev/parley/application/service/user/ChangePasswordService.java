package dev.parley.application.service.user;

import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.SessionEvents;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.PasswordHash;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class ChangePasswordService implements ChangePasswordUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final UserLocks locks;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public ChangePasswordService(
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
    public Result change(Command command) {
        return users.findCredentials(command.user())
                .map(known -> change(command, known))
                .orElseGet(Result.WrongPassword::new); // the account was erased concurrently
    }

    private Result change(Command command, Credentials known) {
        if (command.current().isTooLong() || !hasher.matches(command.current(), known.hash())) {
            return new Result.WrongPassword();
        }
        if (!command.next().flaws().isEmpty()) {
            return new Result.WeakPassword(command.next().flaws());
        }
        PasswordHash hash = hasher.hash(command.next());
        return unitOfWork
                .execute(() -> replace(command, known, hash))
                .<Result>map(Result.Changed::new)
                .orElseGet(() -> change(command)); // the hash was changed concurrently: verify again
    }

    private Optional<Integer> replace(Command command, Credentials known, PasswordHash hash) {
        locks.lock(command.user(), command.user());
        if (!users.replacePasswordHash(known, hash)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<SessionId> closed = sessions.closeOthers(command.user(), command.inUse());
        events.append(SessionEvents.ofEnding(command.user(), closed, now));
        outbox.record(Activity.by(command.user(), ActivityType.PASSWORD_CHANGED, now, command.origin()));
        return Optional.of(closed.size());
    }
}
