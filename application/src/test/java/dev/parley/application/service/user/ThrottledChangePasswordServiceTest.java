package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Command;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Result;
import dev.parley.application.testkit.World;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.user.Password;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThrottledChangePasswordServiceTest {

    private static final RateLimit LIMIT = new RateLimit("passwords", 5, Duration.ofMinutes(1), 5);
    private static final Password NEXT = new Password("another horse");

    private final World world = World.empty();
    private final ChangePasswordUseCase change = new ThrottledChangePasswordService(
            world.app().changePassword(), world.stores().limits(), LIMIT, world.clock());

    private LogInUseCase.Result.LoggedIn anna;
    private LogInUseCase.Result.LoggedIn bo;

    @BeforeEach
    void logIn() {
        world.user("anna");
        world.user("bo");
        anna = world.loggedIn("anna");
        bo = world.loggedIn("bo");
    }

    @Test
    void aStolenTokenTriesFivePasswordsAMinute() {
        for (int left = 4; left >= 0; left--) {
            Result wrong = change(anna, new Password("guess " + left), NEXT);
            assertThat(wrong).isInstanceOf(Result.WrongPassword.class);
            assertThat(wrong.quotas().all()).extracting(Quota::remaining).containsExactly(left);
        }

        assertThat(change(anna, World.PASSWORD, NEXT)).isInstanceOf(Result.Throttled.class);
        assertThat(change(bo, World.PASSWORD, new Password("short"))).isInstanceOf(Result.WeakPassword.class);
        assertThat(change(bo, World.PASSWORD, NEXT)).isInstanceOf(Result.Changed.class);
        world.secondsLater(12);
        assertThat(change(anna, World.PASSWORD, NEXT)).isInstanceOf(Result.Changed.class);
    }

    private Result change(LogInUseCase.Result.LoggedIn login, Password current, Password next) {
        return change.change(new Command(login.session().user(), login.session().id(), current, next, World.ORIGIN));
    }
}
