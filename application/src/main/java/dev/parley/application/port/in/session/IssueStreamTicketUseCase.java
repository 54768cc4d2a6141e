package dev.parley.application.port.in.session;

import dev.parley.domain.session.StreamTicket;
import java.time.Instant;

/** A device requests a ticket for one event stream, for clients that cannot send their token there. */
public interface IssueStreamTicketUseCase {

    Issued issue(Caller caller);

    /**
     * @param ticket returned only here; only its digest is stored
     * @param expiresAt the first moment at which it is no longer valid
     */
    record Issued(StreamTicket ticket, Instant expiresAt) {}
}
