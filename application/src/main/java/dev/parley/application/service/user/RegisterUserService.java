package dev.parley.application.service.user;

import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

public final class RegisterUserService implements RegisterUserUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final PasswordHasher hasher;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public RegisterUserService(
            UnitOfWork unitOfWork, Users users, PasswordHasher hasher, ActivityOutbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.hasher = hasher;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result register(Command command) {
        if (!command.password().flaws().isEmpty()) {
            return new Result.WeakPassword(command.password().flaws());
        }
        if (command.username().isTombstone() || users.isTaken(command.username(), command.comparison())) {
            return new Result.UsernameTaken(); // saves the costly hash; the store checks again below
        }
        PasswordHash hash = hasher.hash(command.password());
        return unitOfWork
                .execute(() -> signUp(command, hash))
                .<Result>map(Result.Registered::new)
                .orElseGet(Result.UsernameTaken::new);
    }

    private Optional<User> signUp(Command command, PasswordHash hash) {
        Instant now = clock.instant();
        Optional<User> registered = users.register(command.username(), command.comparison(), hash, now);
        registered.ifPresent(
                user -> outbox.record(Activity.by(user.id(), ActivityType.SIGN_UP, now, command.origin())));
        return registered;
    }
}
