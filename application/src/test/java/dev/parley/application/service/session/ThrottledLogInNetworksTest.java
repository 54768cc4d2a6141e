package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.BackOff;
import dev.parley.domain.limit.LoginRates;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How login limits group addresses. */
final class ThrottledLogInNetworksTest {

    private static final RateLimit ACCOUNT = new RateLimit("logins-account", 5, Duration.ofMinutes(1), 5);
    private static final RateLimit ADDRESS = new RateLimit("logins-address", 20, Duration.ofMinutes(1), 20);
    private static final LoginRates RATES = new LoginRates(
            ACCOUNT, ADDRESS, new BackOff(4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1)));

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final RateLimitedUseCase<Command, Result> logIn = new ThrottledLogInService(
            world.app().logIn(),
            world.stores().limits(),
            world.stores().streaks(),
            world.stores().sessions(),
            RATES,
            world.clock());

    @BeforeEach
    void register() {
        world.user("anna");
    }

    @Test
    void ipv6NetworkIsOneClient() {
        for (int attempt = 0; attempt < 20; attempt++) {
            wrong("name" + attempt, "2001:db8::" + attempt);
        }

        assertThat(right("anna", "2001:db8::ffff")).isInstanceOf(Outcome.Throttled.class);
        assertThat(right("anna", "2001:db8:0:1::1")).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    @Test
    void ipv6SiteHasEightTimesThePermitsOfANetwork() {
        for (int attempt = 0; attempt < 160; attempt++) {
            assertThat(wrong("name" + attempt, "2001:db8:0:" + attempt + "::1"))
                    .extracting("result")
                    .isInstanceOf(Result.InvalidCredentials.class);
        }

        Outcome<Result> refused = right("anna", "2001:db8:0:ffff::1");
        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().tightest())
                .contains(new PermitResult(ADDRESS.times(8), 0, Duration.ofMinutes(1), Duration.ofMillis(375)));
        assertThat(right("anna", "2001:db8:1:ffff::1")).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    @Test
    void nat64ClientIsTheSameAsWithoutNat64() {
        for (int attempt = 0; attempt < 20; attempt++) {
            wrong("name" + attempt, attempt % 2 == 0 ? "192.0.2.33" : "64:ff9b::192.0.2.33");
        }

        assertThat(right("anna", "64:ff9b::192.0.2.33")).isInstanceOf(Outcome.Throttled.class);
        assertThat(right("anna", "64:ff9b::192.0.2.34")).extracting("result").isInstanceOf(Result.LoggedIn.class);
    }

    private Outcome<Result> right(String name, String address) {
        return attempt(name, UseCaseFixture.PASSWORD, address);
    }

    private Outcome<Result> wrong(String name, String address) {
        return attempt(name, new Password("wrong horse"), address);
    }

    private Outcome<Result> attempt(String name, Password password, String address) {
        Origin origin = new Origin(Optional.of(address), Optional.empty(), Optional.empty());
        return logIn.execute(new Command(name, password, Optional.empty(), origin));
    }
}
