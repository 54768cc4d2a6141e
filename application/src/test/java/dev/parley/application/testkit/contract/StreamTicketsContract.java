package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.application.port.out.session.StreamTickets.Ticket;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for tickets: found by their digest, used once. */
public abstract class StreamTicketsContract extends WithStores {

    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final Duration TICK = Duration.ofNanos(1000);

    private UserId anna;
    private SessionId session;

    @BeforeEach
    protected void logIn() {
        anna = registered("anna");
        session = stores.sessions()
                .open(new NewSession(digest(99), anna, Optional.empty(), NOW, NOW.plusSeconds(3600), ORIGIN))
                .id();
    }

    @Test
    protected void ticketIsTakenOnceAndUnchanged() {
        Ticket ticket = ticket(EXPIRY);
        stores.tickets().add(digest(1), ticket);

        assertThat(take(1)).contains(ticket);
        assertThat(take(1)).isEmpty();
    }

    @Test
    protected void findKeepsTheTicket() {
        Ticket ticket = ticket(EXPIRY);
        Ticket expired = ticket(NOW.minus(TICK));
        stores.tickets().add(digest(1), ticket);
        stores.tickets().add(digest(2), expired);

        assertThat(find(1)).contains(ticket);
        assertThat(find(2)).contains(expired);
        assertThat(find(3)).isEmpty();
        assertThat(take(1)).contains(ticket);
        assertThat(find(1)).isEmpty();
    }

    @Test
    protected void takeIsEmptyForAnUnknownDigest() {
        stores.tickets().add(digest(1), ticket(EXPIRY));

        assertThat(take(2)).isEmpty();
        assertThat(take(99)).isEmpty();
    }

    @Test
    protected void takeKeepsOtherTickets() {
        Ticket other = ticket(EXPIRY.plusSeconds(1));
        stores.tickets().add(digest(1), ticket(EXPIRY));
        stores.tickets().add(digest(2), other);

        assertThat(take(1)).isPresent();

        assertThat(take(2)).contains(other);
    }

    @Test
    protected void ofConcurrentTakesOneReturnsTheTicket() {
        for (int number = 0; number < 5; number++) {
            stores.tickets().add(digest(number), ticket(EXPIRY));
        }
        Stores another = stores.anotherNode();
        Queue<Ticket> taken = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(6, 5)
                .run((thread, step) -> (thread % 2 == 0 ? stores : another)
                        .tickets()
                        .take(digest(step))
                        .ifPresent(taken::add));

        assertThat(taken).hasSize(5);
    }

    @Test
    protected void rolledBackTakeKeepsTheTicket() {
        Ticket ticket = ticket(EXPIRY);
        stores.tickets().add(digest(1), ticket);

        undone(() -> assertThat(take(1)).contains(ticket));

        assertThat(take(1)).contains(ticket);
    }

    @Test
    protected void removeExpiredDeletesOnlyTicketsExpiredBefore() {
        Ticket atThatMoment = ticket(NOW);
        stores.tickets().add(digest(1), ticket(NOW.minus(TICK)));
        stores.tickets().add(digest(2), atThatMoment);
        stores.tickets().add(digest(3), ticket(NOW.minusSeconds(3600)));

        assertThat(stores.tickets().removeExpired(NOW)).isEqualTo(2);

        assertThat(stores.tickets().removeExpired(NOW)).isZero();
        assertThat(take(1)).isEmpty();
        assertThat(take(2)).contains(atThatMoment);
    }

    @Test
    protected void concurrentTakesAndRemovalsCountAnExpiredTicketOnce() {
        for (int number = 0; number < 10; number++) {
            stores.tickets().add(digest(number), ticket(NOW.minus(TICK)));
        }
        AtomicInteger gone = new AtomicInteger();

        ConcurrentRun.of(4, 10)
                .run((thread, step) -> gone.addAndGet(
                        thread % 2 == 0
                                ? stores.tickets().removeExpired(NOW)
                                : (int) take(step).stream().count()));

        assertThat(gone).hasValue(10);
    }

    private Ticket ticket(Instant expiresAt) {
        return new Ticket(anna, session, expiresAt);
    }

    private Optional<Ticket> find(int number) {
        return stores.tickets().find(digest(number));
    }

    private Optional<Ticket> take(int number) {
        return stores.tickets().take(digest(number));
    }

    private static TokenDigest digest(int number) {
        return new TokenDigest("%064x".formatted(number));
    }
}
