package dev.parley.bootstrap.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.testkit.InMemorySessions;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.application.testkit.World;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExpiredSessionSweepTest {

    private final TestClock clock = TestClock.standing();
    private final InMemoryStores stores = InMemoryStores.empty();
    private final UseCases app = UseCases.over(stores, clock);
    private final InMemorySessions sessions = stores.sessions();

    @Test
    void expiredSessionsAreForgottenAndOpenOnesStay() {
        app.register().register(new RegisterUserUseCase.Command(new Username("ada"), World.PASSWORD, World.ORIGIN));
        Token expired = logIn();
        clock.advance(UseCases.POLICY.lifetime().plus(Duration.ofSeconds(1)));
        Token open = logIn();

        ExpiredSessionSweep sweep = new ExpiredSessionSweep(sessions, clock, Duration.ofMillis(10));
        sweep.start();
        try {
            await().untilAsserted(
                            () -> assertThat(sessions.find(expired.digest())).isEmpty());
            assertThat(sessions.find(open.digest()).map(Session::expiresAt)).isPresent();
        } finally {
            sweep.stop();
        }
    }

    private Token logIn() {
        var command = new LogInUseCase.Command("ada", World.PASSWORD, Optional.empty(), World.ORIGIN);
        return ((LogInUseCase.Result.LoggedIn) app.logIn().logIn(command)).token();
    }
}
