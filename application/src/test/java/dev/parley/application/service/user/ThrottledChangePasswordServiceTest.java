package dev.parley.application.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Command;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.BackOff;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThrottledChangePasswordServiceTest {

    private static final RateLimit LIMIT = new RateLimit("passwords", 5, Duration.ofMinutes(1), 5);
    private static final BackOff BACK_OFF =
            new BackOff(4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Password NEXT = new Password("another horse");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final RateLimitedUseCase<Command, Result> change =
            throttled(world.app().changePassword());

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
    void fiveAttemptsAMinutePerUser() {
        for (int left = 4; left >= 0; left--) {
            Outcome<Result> wrong = change(anna, new Password("guess " + left), NEXT);
            assertThat(wrong).extracting("result").isInstanceOf(Result.WrongPassword.class);
            assertThat(wrong.results().all())
                    .extracting(PermitResult::remaining)
                    .containsExactly(left);
        }

        assertThat(change(anna, UseCaseFixture.PASSWORD, NEXT)).isInstanceOf(Outcome.Throttled.class);
        assertThat(change(bo, UseCaseFixture.PASSWORD, new Password("short")))
                .extracting("result")
                .isInstanceOf(Result.WeakPassword.class);
        assertThat(change(bo, UseCaseFixture.PASSWORD, NEXT))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
        world.secondsLater(30);
        assertThat(change(anna, UseCaseFixture.PASSWORD, NEXT))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
    }

    /** About a hundred attempts a day. */
    @Test
    void waitGrowsWithEachFailureOfASession() {
        int tried = guessFor(anna, Duration.ofDays(1));

        assertThat(tried).isBetween(90, 110);
        Outcome<Result> refused = change(anna, UseCaseFixture.PASSWORD, NEXT);
        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().all())
                .extracting(result -> result.limit().name())
                .containsExactly("failed-logins");
    }

    @Test
    void backOffOfOneSessionDoesNotAffectAnother() {
        LogInUseCase.Result.LoggedIn owner = world.loggedIn("anna");
        guessFor(anna, Duration.ofHours(1));

        assertThat(change(anna, UseCaseFixture.PASSWORD, NEXT)).isInstanceOf(Outcome.Throttled.class);
        assertThat(change(owner, UseCaseFixture.PASSWORD, NEXT))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
    }

    @Test
    void successfulChangeResetsTheStreak() {
        for (int attempt = 0; attempt < 4; attempt++) {
            change(anna, new Password("guess " + attempt), NEXT);
        }
        assertThat(change(anna, UseCaseFixture.PASSWORD, NEXT))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
        world.secondsLater(60);

        assertThat(change(anna, UseCaseFixture.PASSWORD, UseCaseFixture.PASSWORD))
                .extracting("result")
                .isInstanceOf(Result.WrongPassword.class);
        assertThat(change(anna, NEXT, UseCaseFixture.PASSWORD))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
    }

    @Test
    void attemptWithUnavailableHashingDoesNotCount() {
        RateLimitedUseCase<Command, Result> unhashed = throttled(command -> {
            throw new UnavailableException(Dependency.PASSWORD_HASHING);
        });
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> unhashed.execute(command(anna, UseCaseFixture.PASSWORD, NEXT)))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(change(anna, UseCaseFixture.PASSWORD, NEXT))
                .extracting("result")
                .isInstanceOf(Result.Changed.class);
    }

    /** The number of passwords that were verified. */
    private int guessFor(LogInUseCase.Result.LoggedIn login, Duration time) {
        int tried = 0;
        for (long second = 0; second < time.toSeconds(); second += 10) {
            Outcome<Result> outcome = change(login, new Password("guess " + second), NEXT);
            tried += outcome instanceof Outcome.Allowed<Result>(Result.WrongPassword wrong, PermitResults left) ? 1 : 0;
            world.secondsLater(10);
        }
        return tried;
    }

    private Outcome<Result> change(LogInUseCase.Result.LoggedIn login, Password current, Password next) {
        return change.execute(command(login, current, next));
    }

    private static Command command(LogInUseCase.Result.LoggedIn login, Password current, Password next) {
        return new Command(login.session().user(), login.session().id(), current, next, UseCaseFixture.ORIGIN);
    }

    private RateLimitedUseCase<Command, Result> throttled(ChangePasswordUseCase inner) {
        return new ThrottledChangePasswordService(
                inner, world.stores().limits(), world.stores().streaks(), LIMIT, BACK_OFF, world.clock());
    }
}
