--liquibase formatted sql logicalFilePath:parley/state/0016-blockers-of-the-erased.sql

--changeset parley:blockers-in-order
-- One after the other, of somebody whom very many block, too.
CREATE INDEX block_blocked_id_blocker_id ON block (blocked_id, blocker_id);
DROP INDEX block_blocked_id;
--rollback CREATE INDEX block_blocked_id ON block (blocked_id);
--rollback DROP INDEX block_blocked_id_blocker_id;

--changeset parley:erasure-told-blocker
ALTER TABLE erasure ADD COLUMN told_blocker_id bigint;
COMMENT ON TABLE erasure IS
    'Erased users some of whose messages still have their contents, or some of whose blockers do not know it yet. A row '
    'goes when there is nothing left to do.';
COMMENT ON COLUMN erasure.told_blocker_id IS
    'Those who block the user have been told up to this id; null before the first. They come after the conversations.';
--rollback ALTER TABLE erasure DROP COLUMN told_blocker_id;
