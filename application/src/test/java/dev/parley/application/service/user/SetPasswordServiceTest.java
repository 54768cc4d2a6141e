package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase.Command;
import dev.parley.application.port.in.user.SetPasswordUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.Change;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SetPasswordServiceTest {

    private static final Password NEW = new Password("battery staple");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");

    @Test
    void newPasswordIsAcceptedAndTheOldOneIsRejected() {
        assertThat(set("anna", NEW)).isEqualTo(new Result.Done(0));

        assertThat(world.logIn("anna", UseCaseFixture.PASSWORD))
                .isEqualTo(new LogInUseCase.Result.InvalidCredentials());
        assertThat(world.logIn("anna", NEW)).isInstanceOf(LogInUseCase.Result.LoggedIn.class);
    }

    @Test
    void onlyTheSessionsOfTheUserEnd() {
        world.user("bo");
        Token ofAnna = world.loggedIn("anna").token();
        world.loggedIn("anna");
        Token ofBo = world.loggedIn("bo").token();

        assertThat(set("anna", NEW)).isEqualTo(new Result.Done(2));

        assertThat(world.authenticated(ofAnna)).isEmpty();
        assertThat(world.authenticated(ofBo)).isPresent();
    }

    @Test
    void devicesAreNotifiedOfEveryEndedSession() {
        SessionId first = world.loggedIn("anna").session().id();
        SessionId second = world.loggedIn("anna").session().id();

        set("anna", NEW);

        assertThat(world.changes(anna))
                .containsExactly(new Change.SessionRevoked(first), new Change.SessionRevoked(second));
    }

    @Test
    void theActivityIsRecordedAsAnOperators() {
        set("anna", NEW);

        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.PASSWORD_SET, world.now(), Origin.operator()));
    }

    @Test
    void unknownUserReturnsNoSuchUser() {
        assertThat(set("unknown", NEW)).isEqualTo(new Result.NoSuchUser());

        assertThat(world.activities()).isEmpty();
    }

    @Test
    void aWeakPasswordIsRefusedAndNothingChanges() {
        Token token = world.loggedIn("anna").token();
        world.forgetActivities();

        assertThat(set("anna", new Password("short")))
                .isEqualTo(new Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT)));

        assertThat(world.authenticated(token)).isPresent();
        assertThat(world.activities()).isEmpty();
    }

    private Result set(String name, Password password) {
        return world.app().setPassword().set(new Command(new Username(name), password));
    }
}
