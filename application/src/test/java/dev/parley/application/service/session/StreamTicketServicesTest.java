package dev.parley.application.service.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase.Issued;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.session.StreamTicket;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests issuing and redeeming together, because each needs the other. */
final class StreamTicketServicesTest {

    private static final Duration TICK = Duration.ofNanos(1000);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private LoggedIn login;

    @BeforeEach
    void logIn() {
        world.user("anna");
        login = world.loggedIn("anna");
    }

    @Test
    void ticketIsRedeemedOnce() {
        Issued issued = issue();

        assertThat(redeem(issued)).contains(UseCaseFixture.caller(login));
        assertThat(redeem(issued)).isEmpty();
    }

    @Test
    void ticketsDiffer() {
        Issued first = issue();
        Issued second = issue();

        assertThat(redeem(second)).contains(UseCaseFixture.caller(login));
        assertThat(redeem(first)).contains(UseCaseFixture.caller(login));
    }

    @Test
    void ticketIsValidUntilItExpires() {
        Issued used = issue();
        Issued late = issue();
        assertThat(used.expiresAt()).isEqualTo(world.now().plus(StreamTicket.LIFETIME));

        world.clock().advance(StreamTicket.LIFETIME.minus(TICK));
        assertThat(redeem(used)).isPresent();
        world.clock().advance(TICK);
        assertThat(redeem(late)).isEmpty();
    }

    @Test
    void ticketOfAnEndedSessionIsRejected() {
        Issued issued = issue();
        world.app().logOut().logOut(new LogOutUseCase.Command(UseCaseFixture.caller(login), UseCaseFixture.ORIGIN));

        assertThat(redeem(issued)).isEmpty();
    }

    @Test
    void ticketOfAnExpiredSessionIsRejected() {
        world.clock().advance(UseCases.POLICY.lifetime().minus(TICK));
        Issued issued = issue();
        world.clock().advance(TICK);

        assertThat(redeem(issued)).isEmpty();
    }

    @Test
    void unknownTicketIsRejected() {
        issue();

        StreamTicket unknown =
                new StreamTicket("f".repeat(issue().ticket().value().length()));

        assertThat(redeem(unknown)).isEmpty();
    }

    @Test
    void ofConcurrentRedemptionsOneSucceeds() {
        Issued issued = issue();
        Queue<Caller> admitted = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 1).run((thread, step) -> redeem(issued).ifPresent(admitted::add));

        assertThat(admitted).containsExactly(UseCaseFixture.caller(login));
    }

    private Issued issue() {
        return world.app().issueTicket().issue(UseCaseFixture.caller(login));
    }

    private Optional<Caller> redeem(Issued issued) {
        return redeem(issued.ticket());
    }

    private Optional<Caller> redeem(StreamTicket ticket) {
        PresentedCredential presented = new PresentedCredential(ticket.digest(), Optional.empty());
        return world.app().redeemTicket().redeem(presented).known();
    }
}
