--liquibase formatted sql logicalFilePath:parley/state/0007-rights.sql

--changeset parley:rights-of-parley-app splitStatements:false
-- The application's role, where there is one: create it before the migration. It can do what the application does and
-- no more: a message cannot be changed but for its release, a reading not at all.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON app_user, user_head, session, block, conversation, activity_outbox TO parley_app;
        GRANT SELECT, INSERT, UPDATE (visible_at) ON message TO parley_app;
        GRANT SELECT, INSERT ON read_receipt TO parley_app;
        GRANT USAGE ON SEQUENCE conversation_id, message_id TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE ALL ON ALL TABLES IN SCHEMA public FROM parley_app;
--rollback REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM parley_app;
--rollback END IF; END';
