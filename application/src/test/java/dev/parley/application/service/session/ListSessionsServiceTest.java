package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListSessionsServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");

    @Test
    void noSessionIsListedInitially() {
        assertThat(list(anna)).isEmpty();
    }

    @Test
    void onlyOwnSessionsAreListed() {
        UserId bo = world.user("bo");
        LoggedIn ofAnna = world.loggedIn("anna");
        LoggedIn ofBo = world.loggedIn("bo");

        assertThat(list(anna)).containsExactly(ofAnna.session());
        assertThat(list(bo)).containsExactly(ofBo.session());
    }

    @Test
    void mostRecentlyUsedSessionComesFirst() {
        LoggedIn first = world.loggedIn("anna");
        LoggedIn second = world.loggedIn("anna");
        world.clock().advance(UseCases.POLICY.seenInterval());

        assertThat(world.letsIn(first)).isTrue();

        assertThat(list(anna))
                .extracting(Session::id)
                .containsExactly(first.session().id(), second.session().id());
        assertThat(list(anna)).extracting(Session::lastSeenAt).startsWith(world.now());
    }

    @Test
    void sessionIsListedUntilItExpires() {
        world.loggedIn("anna");

        world.clock().advance(UseCases.POLICY.lifetime().minus(Duration.ofNanos(1000)));
        assertThat(list(anna)).hasSize(1);

        world.clock().advance(Duration.ofNanos(1000));
        assertThat(list(anna)).isEmpty();
    }

    private List<Session> list(UserId user) {
        return world.sessions(user);
    }
}
