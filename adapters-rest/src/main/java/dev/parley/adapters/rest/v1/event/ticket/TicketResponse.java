package dev.parley.adapters.rest.v1.event.ticket;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase.Issued;
import java.time.Instant;

/**
 * A stream ticket.
 *
 * @param ticket returned only once
 */
record TicketResponse(String ticket, Instant expiresAt) implements V1Body {

    static TicketResponse of(Issued issued) {
        return new TicketResponse(issued.ticket().value(), issued.expiresAt());
    }

    @Override
    public String toString() {
        return "TicketResponse[redacted]";
    }
}
