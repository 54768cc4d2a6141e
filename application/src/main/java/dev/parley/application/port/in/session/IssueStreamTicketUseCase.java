package dev.parley.application.port.in.session;

import dev.parley.domain.session.StreamTicket;
import java.time.Instant;

/** A device asks for a ticket to open one event stream where it cannot send its token. */
public interface IssueStreamTicketUseCase {

    Issued issue(Caller caller);

    /**
     * @param ticket shown this once; only its digest is kept
     * @param expiresAt the first moment at which it no longer lets anybody in
     */
    record Issued(StreamTicket ticket, Instant expiresAt) {}
}
