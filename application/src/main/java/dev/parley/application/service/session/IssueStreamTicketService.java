package dev.parley.application.service.session;

import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.port.out.session.StreamTickets.Ticket;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.domain.session.StreamTicket;
import java.time.Clock;
import java.time.Instant;

public final class IssueStreamTicketService implements IssueStreamTicketUseCase {

    private final StreamTickets tickets;
    private final TokenMinter minter;
    private final Clock clock;

    public IssueStreamTicketService(StreamTickets tickets, TokenMinter minter, Clock clock) {
        this.tickets = tickets;
        this.minter = minter;
        this.clock = clock;
    }

    @Override
    public Issued issue(Caller caller) {
        StreamTicket ticket = new StreamTicket(minter.mint().value());
        Instant expiresAt = clock.instant().plus(StreamTicket.LIFETIME);
        tickets.add(ticket.digest(), new Ticket(caller.user(), caller.session(), expiresAt));
        return new Issued(ticket, expiresAt);
    }
}
