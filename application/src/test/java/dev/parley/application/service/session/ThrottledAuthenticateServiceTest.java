package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.session.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThrottledAuthenticateServiceTest {

    private static final RateLimit FAILURES = new RateLimit("failed-authentications", 1, Duration.ofSeconds(1), 3);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final AtomicInteger asked = new AtomicInteger();
    private final RateLimitedUseCase<PresentedCredential, Result> authenticate = new ThrottledAuthenticateService(
            token -> {
                asked.incrementAndGet();
                return world.app().authenticate().authenticate(token);
            },
            world.stores().sessions(),
            new InMemoryNodeLimits(world.clock()),
            FAILURES);

    private Token anna;
    private Token bo;

    @BeforeEach
    void logIn() {
        world.user("anna");
        world.user("bo");
        anna = world.loggedIn("anna").token();
        bo = world.loggedIn("bo").token();
    }

    @Test
    void tokensBeyondTheLimitAreNotLookedUp() {
        for (int left = 2; left >= 0; left--) {
            PermitResult result = new PermitResult(FAILURES, left, Duration.ofSeconds(3 - left), Duration.ZERO);
            assertThat(madeUp(left, "192.0.2.1"))
                    .isEqualTo(new Outcome.Allowed<>(new Result.Rejected(), PermitResults.of(result)));
        }

        Outcome<Result> refused = madeUp(3, "192.0.2.1");

        PermitResult none = new PermitResult(FAILURES, 0, Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(refused).isEqualTo(new Outcome.Throttled<>(PermitResults.of(none)));
        assertThat(asked).hasValue(3);
        assertThat(madeUp(4, "192.0.2.2")).extracting("result").isInstanceOf(Result.Rejected.class);
        world.secondsLater(1);
        assertThat(madeUp(5, "192.0.2.1")).extracting("result").isInstanceOf(Result.Rejected.class);
        assertThat(madeUp(6, "192.0.2.1")).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void cachedTokenIsAcceptedWhateverOtherClientsOfItsNetworkDo() {
        assertThat(authenticate(anna, "192.0.2.1")).extracting("result").isInstanceOf(Result.Authenticated.class);
        exhaust("192.0.2.1");

        assertThat(authenticate(anna, "192.0.2.1")).extracting("result").isInstanceOf(Result.Authenticated.class);
        assertThat(authenticate(bo, "192.0.2.1")).isInstanceOf(Outcome.Throttled.class);
        assertThat(authenticate(bo, "192.0.2.2")).extracting("result").isInstanceOf(Result.Authenticated.class);
        assertThat(authenticate(bo, "192.0.2.1")).extracting("result").isInstanceOf(Result.Authenticated.class);
    }

    @Test
    void validTokensAreNotCounted() {
        for (int user = 0; user < 10; user++) {
            world.user("user" + user);
            Token token = world.loggedIn("user" + user).token();
            assertThat(authenticate(token, "192.0.2.1")).extracting("result").isInstanceOf(Result.Authenticated.class);
        }
    }

    @Test
    void endedTokenIsCachedNoLongerThanOneFailure() {
        authenticate(anna, "192.0.2.1");
        exhaust("192.0.2.1");
        world.stores()
                .sessions()
                .closeAll(world.stores()
                        .sessions()
                        .find(anna.digest())
                        .orElseThrow()
                        .user());

        assertThat(authenticate(anna, "192.0.2.1")).extracting("result").isInstanceOf(Result.Rejected.class);
        assertThat(authenticate(anna, "192.0.2.1")).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void ipv6SiteIsLimitedToItsShare() {
        for (int network = 0; network < 8; network++) {
            exhaust("2001:db8:1:" + network + "::1");
        }

        assertThat(madeUp(99, "2001:db8:1:8::1")).isInstanceOf(Outcome.Throttled.class);
        assertThat(madeUp(99, "2001:db8:2:8::1")).extracting("result").isInstanceOf(Result.Rejected.class);
    }

    private void exhaust(String address) {
        for (int number = 0; number < FAILURES.burst(); number++) {
            assertThat(madeUp(number, address)).extracting("result").isInstanceOf(Result.Rejected.class);
        }
    }

    private Outcome<Result> madeUp(int number, String address) {
        return authenticate(new Token("%040x".formatted(0xBAD000 + number)), address);
    }

    private Outcome<Result> authenticate(Token token, String address) {
        return authenticate.execute(new PresentedCredential(token.digest(), Optional.of(address)));
    }
}
