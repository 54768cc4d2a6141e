package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.testkit.FakePasswordHasher;
import dev.parley.application.testkit.OvertakenPasswordHasher;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Password changes during a login, which takes as long as hashing. */
final class OvertakenLogInTest {

    private static final Password NEW = new Password("battery staple");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");

    @Test
    void passwordReplacedConcurrentlyIsRejected() {
        assertThat(logInWhile(this::replaceThePassword)).isEqualTo(new Result.InvalidCredentials());

        assertThat(world.sessions(anna)).isEmpty();
        assertThat(world.activities())
                .extracting(Activity::type)
                .containsExactly(ActivityType.PASSWORD_SET, ActivityType.INVALID_LOGIN);
    }

    @Test
    void hashUpgradeDoesNotRevertAReplacedPassword() {
        outdateTheHash();

        assertThat(logInWhile(this::replaceThePassword)).isEqualTo(new Result.InvalidCredentials());

        assertThat(world.logIn("anna", NEW)).isInstanceOf(Result.LoggedIn.class);
        assertThat(world.logIn("anna", UseCaseFixture.PASSWORD)).isEqualTo(new Result.InvalidCredentials());
    }

    @Test
    void twoLoginsThatUpgradeTheSameHashBothSucceed() {
        outdateTheHash();

        assertThat(logInWhile(() -> world.loggedIn("anna"))).isInstanceOf(Result.LoggedIn.class);

        assertThat(world.sessions(anna)).hasSize(2);
        assertThat(world.activities())
                .extracting(Activity::type)
                .containsExactly(ActivityType.VALID_LOGIN, ActivityType.VALID_LOGIN);
    }

    private void outdateTheHash() {
        world.stores().users().replacePasswordHash(anna, FakePasswordHasher.outdated(UseCaseFixture.PASSWORD.value()));
    }

    private void replaceThePassword() {
        assertThat(world.app().setPassword().set(new SetPasswordUseCase.Command(new Username("anna"), NEW)))
                .isEqualTo(new SetPasswordUseCase.Result.Done(0));
    }

    private Result logInWhile(Runnable concurrentAction) {
        LogInService service = new LogInService(
                world.stores().unitOfWork(),
                world.stores().locks(),
                world.stores().users(),
                new OvertakenPasswordHasher(concurrentAction),
                world.stores().sessions(),
                () -> new Token("f".repeat(Token.LENGTH)),
                world.stores().outbox(),
                UseCases.POLICY,
                world.clock());
        return service.logIn(new Command("anna", UseCaseFixture.PASSWORD, Optional.empty(), UseCaseFixture.ORIGIN));
    }
}
