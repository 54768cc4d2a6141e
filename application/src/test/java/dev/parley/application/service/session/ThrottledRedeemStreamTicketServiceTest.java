package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase.Result;
import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.session.StreamTicket;
import dev.parley.domain.session.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThrottledRedeemStreamTicketServiceTest {

    private static final RateLimit READS = new RateLimit("reads", 1, Duration.ofSeconds(1), 2);
    private static final RateLimit FAILURES = new RateLimit("failed-authentications", 1, Duration.ofSeconds(1), 3);
    private static final StreamTicket UNKNOWN = new StreamTicket("f".repeat(Token.LENGTH));

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final AtomicInteger asked = new AtomicInteger();
    private final InMemoryNodeLimits limits = new InMemoryNodeLimits(world.clock());
    private final RateLimitedUseCase<PresentedCredential, Result> redeem = new ThrottledRedeemStreamTicketService(
            ticket -> {
                asked.incrementAndGet();
                return world.app().redeemTicket().redeem(ticket);
            },
            world.stores().tickets(),
            limits,
            READS,
            FAILURES);

    private Caller anna;

    @BeforeEach
    void logIn() {
        world.user("anna");
        anna = UseCaseFixture.caller(world.loggedIn("anna"));
    }

    @Test
    void redemptionCountsAsARead() {
        Outcome<Result> redeemed = redeem(issued());

        assertThat(redeemed).extracting("result").isEqualTo(new Result.Redeemed(anna));
        assertThat(redeemed.results().all())
                .containsExactly(new PermitResult(READS, 1, Duration.ofSeconds(1), Duration.ZERO));
    }

    @Test
    void ticketOfAUserBeyondTheReadLimitStaysValid() {
        StreamTicket ticket = issued();
        NeededPermit read = new NeededPermit(READS, LimitKey.ofUser(anna.user().value()));
        limits.take(read);
        limits.take(read);

        Outcome<Result> refused = redeem(ticket);

        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().untilNext()).isEqualTo(Duration.ofSeconds(1));
        assertThat(asked).hasValue(0);
        world.secondsLater(1);
        assertThat(redeem(ticket)).extracting("result").isEqualTo(new Result.Redeemed(anna));
    }

    @Test
    void ticketsBeyondTheLimitAreNotLookedUp() {
        for (int left = 2; left >= 0; left--) {
            assertThat(redeem(UNKNOWN)).extracting("result").isInstanceOf(Result.Rejected.class);
        }

        Outcome<Result> refused = redeem(UNKNOWN);

        assertThat(refused).isInstanceOf(Outcome.Throttled.class);
        assertThat(refused.results().all())
                .containsExactly(new PermitResult(FAILURES, 0, Duration.ofSeconds(3), Duration.ofSeconds(1)));
        StreamTicket ticket = issued();
        assertThat(redeem(ticket)).isInstanceOf(Outcome.Throttled.class);
        world.secondsLater(1);
        assertThat(redeem(ticket)).extracting("result").isEqualTo(new Result.Redeemed(anna));
    }

    @Test
    void invalidStoredTicketCountsAsAFailure() {
        StreamTicket ticket = issued();
        world.clock().advance(StreamTicket.LIFETIME);

        PermitResult less = new PermitResult(FAILURES, 2, Duration.ofSeconds(1), Duration.ZERO);
        assertThat(redeem(ticket)).isEqualTo(new Outcome.Allowed<>(new Result.Rejected(), PermitResults.of(less)));
    }

    private StreamTicket issued() {
        return world.app().issueTicket().issue(anna).ticket();
    }

    private Outcome<Result> redeem(StreamTicket ticket) {
        return redeem.execute(new PresentedCredential(ticket.digest(), Optional.of("192.0.2.1")));
    }
}
