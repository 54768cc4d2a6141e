--liquibase formatted sql logicalFilePath:parley/state/0011-stream-tickets.sql

--changeset parley:stream-ticket
CREATE TABLE stream_ticket (
    ticket_digest bytea PRIMARY KEY CHECK (octet_length(ticket_digest) = 32),
    user_id bigint NOT NULL,
    session_id bigint NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX stream_ticket_session_id ON stream_ticket (session_id);
COMMENT ON TABLE stream_ticket IS
    'Tickets that were given out and not used yet, each good for one stream of a session. Using one deletes it; ending '
    'the session deletes all of its.';
COMMENT ON COLUMN stream_ticket.ticket_digest IS 'SHA-256 of the ticket, which itself is stored nowhere.';
--rollback DROP TABLE stream_ticket;
