package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AuthenticateServiceTest {

    private static final Duration LIFETIME = UseCases.POLICY.lifetime();
    private static final Duration INTERVAL = UseCases.POLICY.seenInterval();
    private static final Duration TICK = Duration.ofNanos(1000);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final LoggedIn login = world.loggedIn("anna");

    @Test
    void validTokenReturnsItsUserAndSession() {
        assertThat(authenticate(login.token()))
                .contains(new Caller(anna, login.session().id()));
    }

    @Test
    void unknownTokenIsRejected() {
        assertThat(authenticate(new Token("f".repeat(Token.LENGTH)))).isEmpty();
    }

    @Test
    void tokenOfAnExpiredSessionIsRejected() {
        world.clock().advance(LIFETIME.minus(TICK));
        Instant lastSeen = stored().lastSeenAt();
        world.clock().advance(TICK);

        assertThat(authenticate(login.token())).isEmpty();
        assertThat(stored().lastSeenAt()).isEqualTo(lastSeen);
    }

    @Test
    void tokenIsValidUntilTheLastMomentOfItsSession() {
        world.clock().advance(LIFETIME.minus(TICK));

        assertThat(authenticate(login.token())).isPresent();
    }

    @Test
    void everyUseRestartsTheLifetime() {
        for (int i = 0; i < 5; i++) {
            world.clock().advance(LIFETIME.minus(TICK));
            assertThat(authenticate(login.token())).isPresent();
        }

        assertThat(stored().lastSeenAt()).isEqualTo(world.now());
        assertThat(stored().expiresAt()).isEqualTo(world.now().plus(LIFETIME));
    }

    @Test
    void usesWithinTheIntervalAreNotRecorded() {
        Session before = stored();

        world.clock().advance(INTERVAL.minus(TICK));
        authenticate(login.token());
        assertThat(stored()).isEqualTo(before);

        world.clock().advance(TICK);
        authenticate(login.token());
        assertThat(stored().lastSeenAt()).isEqualTo(world.now());
    }

    private Session stored() {
        return world.stores().sessions().find(login.token().digest()).orElseThrow();
    }

    private Optional<Caller> authenticate(Token token) {
        return world.authenticated(token);
    }
}
