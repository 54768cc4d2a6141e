--liquibase formatted sql logicalFilePath:parley/state/0021-commit-canary.sql

--changeset parley:commit-canary
-- Updated each second by each node. Half of each page is left free, so that an update stays on its page (HOT).
CREATE TABLE commit_canary (
    slot integer PRIMARY KEY,
    committed_at timestamptz NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE commit_canary IS
    'What nodes commit to find out whether the database commits: a few rows, which all nodes share.';
COMMENT ON COLUMN commit_canary.committed_at IS 'By the clock of the database.';
--rollback DROP TABLE commit_canary;

--changeset parley:rights-of-parley-app-to-the-canary splitStatements:false
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT SELECT, INSERT, UPDATE ON commit_canary TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE ALL ON commit_canary FROM parley_app;
--rollback END IF; END';
