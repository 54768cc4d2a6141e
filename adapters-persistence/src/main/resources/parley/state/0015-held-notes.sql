--liquibase formatted sql logicalFilePath:parley/state/0015-held-notes.sql

--changeset parley:held-notes-are-unread
-- Notes that are held from oneself are shown to oneself. So they are unread from the beginning, and not from their release.
UPDATE conversation
SET low_unread = low_unread + low_held
WHERE low_id = high_id AND low_held > 0;
COMMENT ON COLUMN conversation.low_unread IS
    'Messages to the low user that they are shown and have not read; notes to oneself also while they are held.';
--rollback UPDATE conversation SET low_unread = low_unread - low_held WHERE low_id = high_id AND low_held > 0;
