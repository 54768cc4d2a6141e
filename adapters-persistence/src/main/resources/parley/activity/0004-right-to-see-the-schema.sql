--liquibase formatted sql logicalFilePath:parley/activity/0004-right-to-see-the-schema.sql

--changeset parley:right-of-parley-relay-to-see-the-schema splitStatements:false
-- A node compares the schema with its own change sets before it serves, with whatever role it has.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_relay') THEN
        GRANT SELECT ON databasechangelog TO parley_relay;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_relay'') THEN
--rollback REVOKE ALL ON databasechangelog FROM parley_relay;
--rollback END IF; END';
