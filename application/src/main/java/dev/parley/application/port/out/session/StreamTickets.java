package dev.parley.application.port.out.session;

import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Unused stream tickets, found by their digests. */
public interface StreamTickets {

    void add(TokenDigest digest, Ticket ticket);

    /** The ticket, even if expired; it remains stored. */
    Optional<Ticket> find(TokenDigest digest);

    /** Removes and returns the ticket; of concurrent calls on all nodes, exactly one receives it. */
    Optional<Ticket> take(TokenDigest digest);

    /** Deletes the tickets that expired before {@code before}; returns their number. */
    int removeExpired(Instant before);

    /** @param session the session whose stream it opens */
    record Ticket(UserId user, SessionId session, Instant expiresAt) {}
}
