package dev.parley.application.service.session;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.port.out.user.Users.Credentials;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPolicy;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

public final class LogInService implements LogInUseCase {

    private final UnitOfWork unitOfWork;
    private final UserLocks locks;
    private final Users users;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final TokenMinter tokens;
    private final ActivityOutbox outbox;
    private final SessionPolicy policy;
    private final Clock clock;

    public LogInService(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Users users,
            PasswordHasher hasher,
            Sessions sessions,
            TokenMinter tokens,
            ActivityOutbox outbox,
            SessionPolicy policy,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
        this.users = users;
        this.hasher = hasher;
        this.sessions = sessions;
        this.tokens = tokens;
        this.outbox = outbox;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Result logIn(Command command) {
        Optional<Credentials> known = Username.parse(command.username()).flatMap(users::findCredentials);
        if (command.password().isTooLong()) {
            return reject(known, command); // skips hashing: no user can have it, and the client knows its length
        }
        if (known.isEmpty()) {
            hasher.pretend(command.password()); // an unknown name must take as long as a wrong password
            return reject(known, command);
        }
        Credentials credentials = known.get();
        return hasher.matches(command.password(), credentials.hash())
                ? admit(credentials, command)
                : reject(known, command);
    }

    private Result admit(Credentials credentials, Command command) {
        Optional<PasswordHash> upgrade = upgraded(credentials, command.password());
        Token token = tokens.mint();
        Optional<Session> session = unitOfWork.execute(() ->
                hold(credentials, upgrade) ? Optional.of(open(credentials.user(), token, command)) : Optional.empty());
        return session.<Result>map(opened -> new Result.LoggedIn(opened, token))
                .orElseGet(() -> logIn(command)); // the hash was changed concurrently: verify again
    }

    /**
     * Whether the verified hash is still current, checked under the user's lock. Otherwise a login concurrent with a password
     * change could survive the change, or its hash upgrade could revert it. Operations that end sessions take the same lock:
     * an earlier one makes this login verify again, and a later one ends its session.
     */
    private boolean hold(Credentials credentials, Optional<PasswordHash> upgrade) {
        locks.lock(credentials.user(), credentials.user());
        return upgrade.map(hash -> users.replacePasswordHash(credentials, hash))
                .orElseGet(() -> users.confirm(credentials));
    }

    private Optional<PasswordHash> upgraded(Credentials credentials, Password password) {
        return isOutdated(credentials.hash(), password) ? Optional.of(hasher.hash(password)) : Optional.empty();
    }

    /** A hash of the password as typed is outdated too: the same password from another keyboard would not match it. */
    private boolean isOutdated(PasswordHash hash, Password password) {
        return hasher.isOutdated(hash) || (password.forms().size() > 1 && !hasher.matches(password.normalised(), hash));
    }

    private Session open(UserId user, Token token, Command command) {
        Instant now = clock.instant();
        Session session = sessions.open(
                new NewSession(token.digest(), user, command.device(), now, policy.expiryOf(now), command.origin()));
        outbox.record(Activity.by(
                user, ActivityType.VALID_LOGIN, now, command.origin().with(session.id())));
        return session;
    }

    private Result reject(Optional<Credentials> known, Command command) {
        Instant now = clock.instant();
        Activity rejected = known.map(credentials ->
                        Activity.by(credentials.user(), ActivityType.INVALID_LOGIN, now, command.origin()))
                .orElseGet(() -> Activity.loginOfUnknownUser(command.username(), now, command.origin()));
        unitOfWork.execute(() -> {
            outbox.record(rejected);
            return rejected;
        });
        return new Result.InvalidCredentials();
    }
}
