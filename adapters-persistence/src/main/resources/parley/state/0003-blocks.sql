--liquibase formatted sql logicalFilePath:parley/state/0003-blocks.sql

--changeset parley:block
CREATE TABLE block (
    blocker_id bigint NOT NULL REFERENCES app_user,
    blocked_id bigint NOT NULL REFERENCES app_user,
    since timestamptz NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id)
);
CREATE INDEX block_blocked_id ON block (blocked_id);
COMMENT ON TABLE block IS 'Who does not want to hear from whom. Written under the lock of both users.';
--rollback DROP TABLE block;
