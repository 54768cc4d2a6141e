--liquibase formatted sql logicalFilePath:parley/state/0017-limits.sql

--changeset parley:rate-limit
-- Unlogged: whoever is refused must not cost a flush of the log, and after a crash everybody begins anew.
CREATE UNLOGGED TABLE rate_limit (
    limit_name text NOT NULL,
    key_digest bytea NOT NULL CHECK (octet_length(key_digest) = 32),
    full_at timestamptz NOT NULL,
    PRIMARY KEY (limit_name, key_digest)
);
COMMENT ON TABLE rate_limit IS
    'What was taken of limits that all nodes share, one row for each limit and client. A row whose time has come says '
    'nothing any more and is swept.';
COMMENT ON COLUMN rate_limit.key_digest IS 'SHA-256 of whom the limit counts: names that were tried, and networks.';
COMMENT ON COLUMN rate_limit.full_at IS 'When the client has all of the limit again; each unit that is taken moves it.';
--rollback DROP TABLE rate_limit;

--changeset parley:failure-streak
CREATE TABLE failure_streak (
    key_digest bytea PRIMARY KEY CHECK (octet_length(key_digest) = 32),
    failures integer NOT NULL CHECK (failures > 0),
    last_at timestamptz NOT NULL
);
CREATE INDEX failure_streak_last_at ON failure_streak (last_at);
COMMENT ON TABLE failure_streak IS
    'Logins that failed one after the other, one row for each name and network. It goes with the next login that does not '
    'fail, or when it is old.';
COMMENT ON COLUMN failure_streak.key_digest IS 'SHA-256 of the name that was tried and the network that tried it.';
--rollback DROP TABLE failure_streak;

--changeset parley:rights-of-parley-app-to-limits splitStatements:false
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit, failure_streak TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE ALL ON rate_limit, failure_streak FROM parley_app;
--rollback END IF; END';
