--liquibase formatted sql logicalFilePath:parley/state/0013-rights.sql

--changeset parley:rights-of-parley-app-in-v1 splitStatements:false
-- Of a message it can write the content now, to erase it; an event cannot be changed.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT UPDATE (content) ON message TO parley_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON message_key, stream_ticket, erasure TO parley_app;
        GRANT SELECT, INSERT, DELETE ON user_event TO parley_app;
        GRANT SELECT, UPDATE ON event_epoch TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE UPDATE (content) ON message FROM parley_app;
--rollback REVOKE ALL ON message_key, stream_ticket, erasure, user_event, event_epoch FROM parley_app;
--rollback END IF; END';
