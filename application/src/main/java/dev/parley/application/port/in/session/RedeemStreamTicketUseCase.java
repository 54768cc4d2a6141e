package dev.parley.application.port.in.session;

import dev.parley.domain.session.StreamTicket;
import java.util.Optional;

/** Somebody presents a ticket. It is used up by that. */
public interface RedeemStreamTicketUseCase {

    /** Empty if there is no such ticket, it was used, it or its session has expired, or the session was ended. */
    Optional<Caller> redeem(StreamTicket ticket);
}
