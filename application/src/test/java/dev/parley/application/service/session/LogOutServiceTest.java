package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.LogOutUseCase.Command;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import org.junit.jupiter.api.Test;

final class LogOutServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final LoggedIn login = world.loggedIn("anna");

    @Test
    void tokenIsRejectedAfterLogOut() {
        logOut();

        assertThat(world.authenticated(login.token())).isEmpty();
    }

    @Test
    void otherSessionsOfTheUserStayOpen() {
        LoggedIn other = world.loggedIn("anna");

        logOut();

        assertThat(world.authenticated(other.token())).isPresent();
    }

    @Test
    void theActivityIsRecordedOnceHoweverOftenTheSessionIsEnded() {
        world.forgetActivities();

        logOut();
        logOut();

        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.LOGOUT, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void otherDevicesAreNotifiedOnce() {
        logOut();
        logOut();

        assertThat(world.changes(anna))
                .containsExactly(new Change.SessionRevoked(login.session().id()));
    }

    private void logOut() {
        world.app().logOut().logOut(new Command(new Caller(anna, login.session().id()), UseCaseFixture.ORIGIN));
    }
}
