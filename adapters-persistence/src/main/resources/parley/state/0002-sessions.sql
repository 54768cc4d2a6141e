--liquibase formatted sql logicalFilePath:parley/state/0002-sessions.sql

--changeset parley:session
CREATE TABLE session (
    token_digest bytea PRIMARY KEY CHECK (octet_length(token_digest) = 32),
    id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    user_id bigint NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    device_name text,
    address text,
    user_agent text
);
CREATE INDEX session_user_id ON session (user_id);
COMMENT ON TABLE session IS 'One row a login. Closing a session deletes it.';
COMMENT ON COLUMN session.token_digest IS 'SHA-256 of the token, which itself is stored nowhere.';
COMMENT ON COLUMN session.last_seen_at IS 'Written at intervals, not at every request.';
--rollback DROP TABLE session;
