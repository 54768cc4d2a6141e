package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Command;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Result;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.testkit.CountingPasswordHasher;
import dev.parley.application.testkit.FakePasswordHasher;
import dev.parley.application.testkit.OvertakenPasswordHasher;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangePasswordServiceTest {

    private static final Password NEW = new Password("battery staple");
    private static final Password WRONG = new Password("wrong password");
    private static final Password TOO_LONG = new Password("x".repeat(Password.MAX_LENGTH + 1));

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final LoggedIn inUse = world.loggedIn("anna");
    private final LoggedIn other = world.loggedIn("anna");
    private final CountingPasswordHasher hasher = new CountingPasswordHasher();
    private final ChangePasswordService service = serviceWith(hasher);

    @BeforeEach
    void forgetTheLogins() {
        world.forgetActivities();
    }

    @Test
    void newPasswordIsAcceptedAndTheOldOneIsRejected() {
        assertThat(change(UseCaseFixture.PASSWORD, NEW)).isEqualTo(new Result.Changed(1));

        assertThat(world.logIn("anna", UseCaseFixture.PASSWORD))
                .isEqualTo(new LogInUseCase.Result.InvalidCredentials());
        assertThat(world.logIn("anna", NEW)).isInstanceOf(LoggedIn.class);
        assertThat(hasher.work()).containsExactly("matches", "hash");
    }

    @Test
    void onlyTheOtherSessionsOfTheUserEnd() {
        world.user("bo");
        LoggedIn ofBo = world.loggedIn("bo");
        world.loggedIn("anna");

        assertThat(change(UseCaseFixture.PASSWORD, NEW)).isEqualTo(new Result.Changed(2));

        assertThat(world.letsIn(inUse)).isTrue();
        assertThat(world.letsIn(other)).isFalse();
        assertThat(world.letsIn(ofBo)).isTrue();
    }

    @Test
    void theActivityIsRecorded() {
        change(UseCaseFixture.PASSWORD, NEW);

        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.PASSWORD_CHANGED, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void currentDeviceIsNotifiedOfEveryEndedSession() {
        change(UseCaseFixture.PASSWORD, NEW);

        assertThat(world.changes(anna))
                .containsExactly(new Change.SessionRevoked(other.session().id()));
    }

    @Test
    void passwordOfAConcurrentlyErasedAccountIsWrong() {
        ChangePasswordService overtaken = serviceWith(new OvertakenPasswordHasher(() -> world.erase(inUse)));

        assertThat(overtaken.change(command(UseCaseFixture.PASSWORD, NEW))).isEqualTo(new Result.WrongPassword());
    }

    @Test
    void aWrongPasswordChangesAndRecordsNothing() {
        assertThat(change(WRONG, NEW)).isEqualTo(new Result.WrongPassword());

        assertThat(hasher.work()).containsExactly("matches");
        assertNothingChanged();
    }

    @Test
    void anOverlongPasswordIsWrongWithoutHashing() {
        assertThat(change(TOO_LONG, NEW)).isEqualTo(new Result.WrongPassword());

        assertThat(hasher.work()).isEmpty();
        assertNothingChanged();
    }

    @Test
    void aWeakPasswordIsRefusedWithAllItsFlawsAndNothingChanges() {
        assertThat(change(UseCaseFixture.PASSWORD, new Password("\0")))
                .isEqualTo(new Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT, Password.Flaw.NUL)));
        assertThat(change(UseCaseFixture.PASSWORD, TOO_LONG))
                .isEqualTo(new Result.WeakPassword(Set.of(Password.Flaw.TOO_LONG)));

        assertThat(hasher.work()).doesNotContain("hash");
        assertNothingChanged();
    }

    @Test
    void wrongCurrentPasswordHidesTheFlawsOfTheNewOne() {
        assertThat(change(WRONG, new Password("short"))).isEqualTo(new Result.WrongPassword());
    }

    @Test
    void concurrentlyReplacedPasswordIsWrong() {
        Password faster = new Password("faster than light");
        ChangePasswordService slow =
                serviceWith(new OvertakenPasswordHasher(() -> change(UseCaseFixture.PASSWORD, faster)));

        assertThat(slow.change(command(UseCaseFixture.PASSWORD, NEW))).isEqualTo(new Result.WrongPassword());

        assertThat(world.logIn("anna", faster)).isInstanceOf(LoggedIn.class);
        assertThat(world.activities())
                .filteredOn(activity -> activity.type() == ActivityType.PASSWORD_CHANGED)
                .hasSize(1);
    }

    @Test
    void concurrentlyUpgradedHashIsReplaced() {
        world.stores().users().replacePasswordHash(anna, FakePasswordHasher.outdated(UseCaseFixture.PASSWORD.value()));
        ChangePasswordService slow = serviceWith(new OvertakenPasswordHasher(() -> world.loggedIn("anna")));

        assertThat(slow.change(command(UseCaseFixture.PASSWORD, NEW))).isEqualTo(new Result.Changed(2));

        assertThat(world.logIn("anna", NEW)).isInstanceOf(LoggedIn.class);
    }

    private void assertNothingChanged() {
        assertThat(world.activities()).isEmpty();
        assertThat(world.letsIn(other)).isTrue();
        assertThat(world.logIn("anna", UseCaseFixture.PASSWORD)).isInstanceOf(LoggedIn.class);
    }

    private Result change(Password current, Password next) {
        return service.change(command(current, next));
    }

    private Command command(Password current, Password next) {
        return new Command(
                UseCaseFixture.caller(inUse).user(),
                UseCaseFixture.caller(inUse).session(),
                current,
                next,
                UseCaseFixture.ORIGIN);
    }

    private ChangePasswordService serviceWith(PasswordHasher passwordHasher) {
        return new ChangePasswordService(
                world.stores().unitOfWork(),
                world.stores().users(),
                world.stores().sessions(),
                passwordHasher,
                world.stores().locks(),
                world.stores().events(),
                world.stores().outbox(),
                world.clock());
    }
}
