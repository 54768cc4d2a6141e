package dev.parley.application.service.session;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.port.out.session.StreamTickets.Ticket;
import java.time.Clock;
import java.time.Instant;

public final class RedeemStreamTicketService implements RedeemStreamTicketUseCase {

    private final StreamTickets tickets;
    private final Sessions sessions;
    private final Clock clock;

    public RedeemStreamTicketService(StreamTickets tickets, Sessions sessions, Clock clock) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Result redeem(PresentedCredential ticket) {
        Instant now = clock.instant();
        return tickets.take(ticket.digest())
                .filter(taken -> now.isBefore(taken.expiresAt()))
                .filter(taken -> isOpen(taken, now))
                .<Result>map(taken -> new Result.Redeemed(new Caller(taken.user(), taken.session())))
                .orElseGet(Result.Rejected::new);
    }

    private boolean isOpen(Ticket ticket, Instant now) {
        return sessions.find(ticket.user(), ticket.session())
                .filter(session -> session.isOpenAt(now))
                .isPresent();
    }
}
