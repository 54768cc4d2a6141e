package dev.parley.application.port.out.session;

import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Tickets that wait to be used, each found by its digest. */
public interface StreamTickets {

    void add(TokenDigest digest, Ticket ticket);

    /** The ticket, which stays where it is; also an expired one. */
    Optional<Ticket> find(TokenDigest digest);

    /** Takes the ticket away, for good: of several who ask at once, on whatever node, one gets it. */
    Optional<Ticket> take(TokenDigest digest);

    /** Forgets the tickets that had expired before {@code before}; how many there were. */
    int removeExpired(Instant before);

    /** @param session whose stream it opens */
    record Ticket(UserId user, SessionId session, Instant expiresAt) {}
}
