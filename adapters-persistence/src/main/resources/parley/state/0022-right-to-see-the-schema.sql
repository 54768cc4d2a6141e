--liquibase formatted sql logicalFilePath:parley/state/0022-right-to-see-the-schema.sql

--changeset parley:right-of-parley-app-to-see-the-schema splitStatements:false
-- A node compares the schema with its own change sets before it serves, with whatever role it has.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT SELECT ON databasechangelog TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE ALL ON databasechangelog FROM parley_app;
--rollback END IF; END';
