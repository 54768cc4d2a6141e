--liquibase formatted sql logicalFilePath:parley/activity/0003-rights.sql

--changeset parley:rights-of-parley-relay splitStatements:false
-- The relay's role, where there is one: create it before the migration. An identity column needs no right on its
-- sequence.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_relay') THEN
        GRANT SELECT, INSERT ON activity TO parley_relay;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_relay'') THEN
--rollback REVOKE ALL ON activity FROM parley_relay;
--rollback END IF; END';
