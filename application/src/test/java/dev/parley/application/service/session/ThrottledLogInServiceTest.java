package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.BackOff;
import dev.parley.domain.limit.LoginRates;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottledLogInServiceTest {

    private static final RateLimit ACCOUNT = new RateLimit("logins-account", 5, Duration.ofMinutes(1), 5);
    private static final RateLimit ADDRESS = new RateLimit("logins-address", 20, Duration.ofMinutes(1), 20);
    private static final LoginRates RATES = new LoginRates(
            ACCOUNT, ADDRESS, new BackOff(4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1)));

    private static final String HOME = "192.0.2.1";
    private static final Password WRONG = new Password("wrong horse");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final AtomicInteger tried = new AtomicInteger();
    private final RateLimitedUseCase<Command, Result> logIn = throttled(command -> {
        tried.incrementAndGet();
        return world.app().logIn().logIn(command);
    });

    @BeforeEach
    void register() {
        world.user("anna");
    }

    @Test
    void fiveAttemptsAMinutePerAccountWhetherOrNotTheySucceed() {
        for (int left = 4; left >= 0; left--) {
            assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
        }
        Outcome<Result> refused = right("anna", HOME);

        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().untilNext()).isEqualTo(Duration.ofSeconds(12));
        assertThat(tried).hasValue(5);
        world.secondsLater(12);
        assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
        assertThat(right("anna", HOME)).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void attemptsCountTogetherForAllSpellingsOfAName() {
        world.user("ren\u00E9");
        for (String name : new String[] {"ren\u00E9", "rene\u0301", "ren\u00E9", "rene\u0301", "rene\u0301"}) {
            assertThat(right(name, HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
        }

        assertThat(right("ren\u00E9", HOME)).isInstanceOf(Outcome.Throttled.class);
        assertThat(right("rene\u0301", HOME)).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void attemptWithUnavailableHashingDoesNotCount() {
        RateLimitedUseCase<Command, Result> unhashed = throttled(command -> {
            throw new UnavailableException(Dependency.PASSWORD_HASHING);
        });
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> unhashed.execute(command("anna", UseCaseFixture.PASSWORD, HOME)))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    @Test
    void attemptWithUnknownOutcomeCounts() {
        RateLimitedUseCase<Command, Result> brokenOff = throttled(command -> {
            throw new UnavailableException(Dependency.STATE_STORE);
        });
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> brokenOff.execute(command("anna", UseCaseFixture.PASSWORD, HOME)))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(right("anna", HOME)).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void everyResultReportsTheRemainingPermits() {
        assertThat(right("anna", HOME).results().tightest())
                .containsExactly(
                        new PermitResult(ADDRESS, 19, Duration.ofSeconds(3), Duration.ZERO),
                        new PermitResult(ACCOUNT, 4, Duration.ofSeconds(12), Duration.ZERO));
        assertThat(wrong("anna", HOME).results().tightest())
                .containsExactly(
                        new PermitResult(ADDRESS, 18, Duration.ofSeconds(6), Duration.ZERO),
                        new PermitResult(ACCOUNT, 3, Duration.ofSeconds(24), Duration.ZERO));
    }

    @Test
    void twentyAttemptsAMinutePerAddressWhateverTheNames() {
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(wrong("name" + attempt, HOME))
                    .extracting("result")
                    .isInstanceOf(Result.InvalidCredentials.class);
        }

        assertThat(right("anna", HOME)).isInstanceOf(Outcome.Throttled.class);
        assertThat(right("anna", "192.0.2.2")).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    @Test
    void backOffIsReportedByItsName() {
        for (int attempt = 0; attempt < 5; attempt++) {
            wrong("anna", HOME);
        }
        world.secondsLater(10);

        RateLimit one = new RateLimit("failed-logins", 1, Duration.ofSeconds(30), 1);
        assertThat(wrong("anna", HOME).results().all())
                .containsExactly(new PermitResult(one, 0, Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "unknown", "no possible name!", ""})
    void repeatedFailuresWaitLongerWhetherOrNotTheUserExists(String name) {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(wrong(name, HOME)).extracting("result").isInstanceOf(Result.InvalidCredentials.class);
        }

        assertThat(waitOf(wrong(name, HOME))).isEqualTo(Duration.ofSeconds(30));
        world.secondsLater(30);
        assertThat(wrong(name, HOME)).extracting("result").isInstanceOf(Result.InvalidCredentials.class);
        assertThat(waitOf(wrong(name, HOME))).isEqualTo(Duration.ofMinutes(1));
        assertThat(tried).hasValue(6);
    }

    @Test
    void waitIsBoundedAndExpires() {
        failFor(Duration.ofHours(3));

        assertThat(waitOf(wrong("anna", HOME))).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(15));
        world.secondsLater(Duration.ofMinutes(15).toSeconds());
        assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
        assertThat(wrong("anna", HOME)).extracting("result").isInstanceOf(Result.InvalidCredentials.class);
        assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    /** About a hundred attempts a day for one address. */
    @Test
    void attackerWithOneAddressIsLimited() {
        int attempts = failFor(Duration.ofDays(1));

        assertThat(attempts).isBetween(90, 110);
    }

    @Test
    void attackFromManyAddressesDoesNotLockUsersOutOfKnownNetworks() {
        assertThat(right("anna", HOME)).extracting("result").isInstanceOf(Result.LoggedIn.class);

        for (int minute = 0; minute < 5; minute++) {
            for (int address = 0; address < 50; address++) {
                wrong("anna", "198.51.100." + address);
            }
            assertThat(right("anna", HOME))
                    .as("at home, minute " + minute)
                    .extracting("result")
                    .isInstanceOf(Result.LoggedIn.class);
            assertThat(right("anna", "203.0.113.5")).as("elsewhere").isInstanceOf(Outcome.Throttled.class);
            world.secondsLater(60);
        }
    }

    @Test
    void allUnknownNetworksTogetherHaveFiveAttemptsAMinute() {
        for (int minute = 0; minute < 10; minute++) {
            for (int address = 0; address < 50; address++) {
                wrong("anna", "198.51.100." + address);
            }
            world.secondsLater(60);
        }

        assertThat(tried.get()).isBetween(45, 55);
    }

    @Test
    void throttledAttemptIsNotRecorded() {
        for (int attempt = 0; attempt < 20; attempt++) {
            wrong("anna", HOME);
        }

        assertThat(world.activities()).hasSize(5);
    }

    @Test
    void concurrentAttemptsDoNotExceedTheLimit() {
        ConcurrentRun.of(50, 2).run((thread, step) -> wrong("anna", HOME));

        assertThat(tried).hasValue(5);
        assertThat(waitOf(wrong("anna", HOME))).isEqualTo(Duration.ofSeconds(30));
    }

    private int failFor(Duration time) {
        int before = tried.get();
        for (long second = 0; second < time.toSeconds(); second += 10) {
            wrong("anna", HOME);
            world.secondsLater(10);
        }
        return tried.get() - before;
    }

    private static Duration waitOf(Outcome<Result> result) {
        assertThat(result).isInstanceOf(Outcome.Throttled.class);
        return result.results().untilNext();
    }

    private Outcome<Result> right(String name, String address) {
        return attempt(name, UseCaseFixture.PASSWORD, address);
    }

    private Outcome<Result> wrong(String name, String address) {
        return attempt(name, WRONG, address);
    }

    private Outcome<Result> attempt(String name, Password password, String address) {
        return logIn.execute(command(name, password, address));
    }

    private static Command command(String name, Password password, String address) {
        Origin origin = new Origin(Optional.of(address), Optional.empty(), Optional.empty());
        return new Command(name, password, Optional.empty(), origin);
    }

    private RateLimitedUseCase<Command, Result> throttled(LogInUseCase inner) {
        return new ThrottledLogInService(
                inner,
                world.stores().limits(),
                world.stores().streaks(),
                world.stores().sessions(),
                RATES,
                world.clock());
    }
}
