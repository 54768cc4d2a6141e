package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Tickets in PostgreSQL. A ticket is deleted with its session, and not stored if the session has ended. */
public final class JdbiStreamTickets implements StreamTickets {

    private static final String COLUMNS = "user_id, session_id, expires_at";

    /** Waits for a transaction that is ending the session, and then inserts nothing. */
    private static final String ADD = """
            INSERT INTO stream_ticket (ticket_digest, user_id, session_id, expires_at)
            SELECT :digest, :user, id, :expiresAt
            FROM session
            WHERE id = :session
            FOR KEY SHARE
            """;

    private static final String FIND = """
            SELECT {columns}
            FROM stream_ticket
            WHERE ticket_digest = :digest
            """.replace("{columns}", COLUMNS);

    private static final String TAKE = """
            DELETE FROM stream_ticket
            WHERE ticket_digest = :digest
            RETURNING {columns}
            """.replace("{columns}", COLUMNS);

    /** Scans the table, which holds the tickets of half a minute. */
    private static final String REMOVE_EXPIRED = """
            DELETE FROM stream_ticket
            WHERE ticket_digest IN (
                SELECT ticket_digest FROM stream_ticket WHERE expires_at < :before FOR UPDATE SKIP LOCKED
            )
            """;

    private static final RowMapper<Ticket> TICKETS = (row, context) -> new Ticket(
            new UserId(row.getLong("user_id")), new SessionId(row.getLong("session_id")), Rows.time(row, "expires_at"));

    private final StateStore store;

    public JdbiStreamTickets(StateStore store) {
        this.store = store;
    }

    @Override
    public void add(TokenDigest digest, Ticket ticket) {
        store.inTransaction(handle -> handle.createUpdate(ADD)
                .bind("digest", digest)
                .bind("user", ticket.user())
                .bind("session", ticket.session())
                .bind("expiresAt", ticket.expiresAt())
                .execute());
    }

    @Override
    public Optional<Ticket> find(TokenDigest digest) {
        return ticket(FIND, digest);
    }

    @Override
    public Optional<Ticket> take(TokenDigest digest) {
        return ticket(TAKE, digest);
    }

    private Optional<Ticket> ticket(String query, TokenDigest digest) {
        return store.with(handle ->
                handle.createQuery(query).bind("digest", digest).map(TICKETS).findOne());
    }

    @Override
    public int removeExpired(Instant before) {
        return store.with(handle ->
                handle.createUpdate(REMOVE_EXPIRED).bind("before", before).execute());
    }
}
