--liquibase formatted sql logicalFilePath:parley/state/0018-networks-of-sessions.sql

--changeset parley:session-network
ALTER TABLE session ADD COLUMN network text;
COMMENT ON COLUMN session.network IS
    'What the client had of the address space, an address of IPv4 or the first 64 bits of one of IPv6, as limits count it.';
--rollback ALTER TABLE session DROP COLUMN network;

--changeset parley:networks-of-sessions-from-before
-- A transaction of its own: nobody else can read the table while a column is added to it, and there may be millions of rows.
-- Those of IPv4 can be told. The others, and those that older nodes still open, have none, and count as opened from elsewhere
-- until their users log in again.
UPDATE session SET network = address WHERE address ~ '^[0-9]{1,3}(\.[0-9]{1,3}){3}$';
--rollback empty

--changeset parley:sessions-by-network
-- A look for a session of a user from a network costs the same for users who have none.
CREATE INDEX session_user_id_network ON session (user_id, network);
DROP INDEX session_user_id;
--rollback CREATE INDEX session_user_id ON session (user_id);
--rollback DROP INDEX session_user_id_network;

--changeset parley:failure-streak-from-nothing
-- A streak is locked before it has a failure, in the transaction that gives it one.
ALTER TABLE failure_streak DROP CONSTRAINT failure_streak_failures_check;
ALTER TABLE failure_streak ADD CONSTRAINT failure_streak_failures_check CHECK (failures >= 0);
COMMENT ON TABLE failure_streak IS
    'Passwords that failed one after the other, one row for each name and network, or for each session that tried to change '
    'one. It goes with the next that does not fail, or when it is old.';
COMMENT ON COLUMN failure_streak.key_digest IS
    'SHA-256 of the name that was tried and the network that tried it, or of the session.';
--rollback ALTER TABLE failure_streak DROP CONSTRAINT failure_streak_failures_check;
--rollback ALTER TABLE failure_streak ADD CONSTRAINT failure_streak_failures_check CHECK (failures > 0);
