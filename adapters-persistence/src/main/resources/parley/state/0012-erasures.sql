--liquibase formatted sql logicalFilePath:parley/state/0012-erasures.sql

--changeset parley:user-head-erased
ALTER TABLE user_head ADD COLUMN erased boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN user_head.erased IS 'Whether the account is gone: nobody writes as its user or to them any more.';
COMMENT ON COLUMN app_user.password_hash IS
    'PHC string, or Django''s pbkdf2_sha256$ form until the next login; empty for an erased user.';
COMMENT ON TABLE app_user IS
    'Who has registered. Names are compared byte by byte and never change, but that an erased user is called ~ and the id.';
--rollback ALTER TABLE user_head DROP COLUMN erased;

--changeset parley:erasure
CREATE TABLE erasure (
    user_id bigint PRIMARY KEY REFERENCES app_user,
    begun_at timestamptz NOT NULL,
    done_conversation_id bigint
);
COMMENT ON TABLE erasure IS
    'Erased users some of whose messages still have their contents. A row goes when there is nothing left to do.';
COMMENT ON COLUMN erasure.done_conversation_id IS
    'The conversations of the user up to this id are done with; null before the first.';
--rollback DROP TABLE erasure;
