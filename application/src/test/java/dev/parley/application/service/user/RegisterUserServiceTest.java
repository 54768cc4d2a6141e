package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.user.RegisterUserUseCase.Command;
import dev.parley.application.port.in.user.RegisterUserUseCase.Result;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.CountingPasswordHasher;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class RegisterUserServiceTest {

    private static final Username ANNA = new Username("anna");
    private static final Command COMMAND = new Command(ANNA, UseCaseFixture.PASSWORD, UseCaseFixture.ORIGIN);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final CountingPasswordHasher hasher = new CountingPasswordHasher();
    private final RegisterUserService service = serviceWith(hasher);

    @Test
    void newUserIsRegisteredAndTheActivityRecorded() {
        Result result = service.register(COMMAND);

        User anna = world.stores().users().find(ANNA).orElseThrow();
        assertThat(result).isEqualTo(new Result.Registered(anna));
        assertThat(anna.registeredAt()).isEqualTo(world.now());
        assertThat(world.activities())
                .containsExactly(Activity.by(anna.id(), ActivityType.SIGN_UP, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void registeredUserCanLogIn() {
        service.register(COMMAND);

        assertThat(world.loggedIn("anna").session().user())
                .isEqualTo(world.stores().users().find(ANNA).orElseThrow().id());
    }

    @Test
    void takenNameIsRejectedWithoutHashing() {
        world.user("anna");

        assertThat(service.register(COMMAND)).isEqualTo(new Result.UsernameTaken());

        assertThat(hasher.work()).isEmpty();
        assertThat(world.activities()).isEmpty();
    }

    @Test
    void weakPasswordIsRejectedWithAllItsFlaws() {
        Result result = service.register(new Command(ANNA, new Password("\0"), UseCaseFixture.ORIGIN));

        assertThat(result).isEqualTo(new Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT, Password.Flaw.NUL)));
        assertThat(world.stores().users().find(ANNA)).isEmpty();
        assertThat(hasher.work()).isEmpty();
        assertThat(world.activities()).isEmpty();
    }

    @Test
    void slowerOfTwoRegistrationsIsRejected() {
        RegisterUserService slow = serviceWith(new Overtaken());

        assertThat(slow.register(COMMAND)).isEqualTo(new Result.UsernameTaken());

        assertThat(world.activities()).isEmpty();
    }

    @Test
    void ofConcurrentRegistrationsOneSucceeds() {
        ConcurrentLinkedQueue<Result> results = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 1)
                .run((thread, step) -> results.add(world.app().register().register(COMMAND)));

        assertThat(results).filteredOn(Result.Registered.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.UsernameTaken.class::isInstance).hasSize(7);
        assertThat(world.activities()).hasSize(1);
    }

    private RegisterUserService serviceWith(PasswordHasher passwordHasher) {
        return new RegisterUserService(
                world.stores().unitOfWork(),
                world.stores().users(),
                passwordHasher,
                world.stores().outbox(),
                world.clock());
    }

    /** Registers the name for another user while it hashes. */
    private final class Overtaken implements PasswordHasher {

        @Override
        public PasswordHash hash(Password password) {
            world.user("anna");
            return hasher.hash(password);
        }

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            throw new AssertionError("nothing to match");
        }

        @Override
        public void pretend(Password password) {
            throw new AssertionError("nothing to pretend");
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            throw new AssertionError("nothing to check");
        }
    }
}
