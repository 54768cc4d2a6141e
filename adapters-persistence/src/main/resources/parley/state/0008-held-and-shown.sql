--liquibase formatted sql logicalFilePath:parley/state/0008-held-and-shown.sql

--changeset parley:reach-of-readings
-- A reading used to reach to the newest message, also over what was held from its reader and could not be read. It reaches
-- as far as could be read then, and tells of the same messages as before: so the next one reaches further also where what
-- was held was released since.
UPDATE read_receipt AS reading
SET up_to_place = unseen.place - 1
FROM (
    SELECT seen.conversation_id, seen.reader_id, seen.read_at, min(message.place) AS place
    FROM message
    JOIN read_receipt AS seen
        ON seen.conversation_id = message.conversation_id
        AND seen.reader_id = message.receiver_id
        AND seen.up_to_place >= message.place
        AND (message.visible_at IS NULL OR seen.read_at < message.visible_at)
    WHERE message.visible_at IS DISTINCT FROM message.sent_at
    GROUP BY seen.conversation_id, seen.reader_id, seen.read_at
) AS unseen
WHERE reading.conversation_id = unseen.conversation_id
    AND reading.reader_id = unseen.reader_id
    AND reading.read_at = unseen.read_at
    AND unseen.place > 1;
--rollback empty

--changeset parley:conversation-held-and-shown
-- One change set and so one transaction: nothing is written between the columns and what they begin with.
ALTER TABLE conversation
    ADD COLUMN low_held_from bigint NOT NULL DEFAULT 0,
    ADD COLUMN low_shown_place bigint NOT NULL DEFAULT 0,
    ADD COLUMN low_shown_at timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN high_held_from bigint NOT NULL DEFAULT 0,
    ADD COLUMN high_shown_place bigint NOT NULL DEFAULT 0,
    ADD COLUMN high_shown_at timestamptz NOT NULL DEFAULT 'epoch';

UPDATE conversation
SET low_held_from = first.place, low_read_up_to = least(low_read_up_to, first.place - 1)
FROM (
    SELECT conversation_id, receiver_id, min(place) AS place
    FROM message
    WHERE visible_at IS NULL
    GROUP BY conversation_id, receiver_id
) AS first
WHERE first.conversation_id = id AND first.receiver_id = low_id;

UPDATE conversation
SET high_held_from = first.place, high_read_up_to = least(high_read_up_to, first.place - 1)
FROM (
    SELECT conversation_id, receiver_id, min(place) AS place
    FROM message
    WHERE visible_at IS NULL
    GROUP BY conversation_id, receiver_id
) AS first
WHERE first.conversation_id = id AND first.receiver_id = high_id AND low_id < high_id;

-- How far somebody has read used to be any place, also beyond a message that was held at the reading and released
-- later. It is now the newest message to them that they have read: before the first that they have not, which could not be
-- read otherwise. (An absent first unread one does not count: least() ignores nulls.)
UPDATE conversation
SET low_read_up_to = coalesce(reached.place, 0)
FROM conversation AS kept
CROSS JOIN LATERAL (
    SELECT min(place) AS place
    FROM message
    WHERE conversation_id = kept.id
        AND receiver_id = kept.low_id
        AND kept.low_unread > 0
        AND place <= kept.low_read_up_to
        AND visible_at IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM read_receipt
            WHERE conversation_id = kept.id
                AND reader_id = kept.low_id
                AND up_to_place >= message.place
                AND read_at >= message.visible_at
        )
) AS unread
CROSS JOIN LATERAL (
    SELECT max(place) AS place
    FROM message
    WHERE conversation_id = kept.id
        AND receiver_id = kept.low_id
        AND place <= least(kept.low_read_up_to, unread.place - 1)
        AND visible_at IS NOT NULL
) AS reached
WHERE kept.id = conversation.id AND kept.low_read_up_to <> coalesce(reached.place, 0);

UPDATE conversation
SET high_read_up_to = coalesce(reached.place, 0)
FROM conversation AS kept
CROSS JOIN LATERAL (
    SELECT min(place) AS place
    FROM message
    WHERE conversation_id = kept.id
        AND receiver_id = kept.high_id
        AND kept.high_unread > 0
        AND place <= kept.high_read_up_to
        AND visible_at IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM read_receipt
            WHERE conversation_id = kept.id
                AND reader_id = kept.high_id
                AND up_to_place >= message.place
                AND read_at >= message.visible_at
        )
) AS unread
CROSS JOIN LATERAL (
    SELECT max(place) AS place
    FROM message
    WHERE conversation_id = kept.id
        AND receiver_id = kept.high_id
        AND place <= least(kept.high_read_up_to, unread.place - 1)
        AND visible_at IS NOT NULL
) AS reached
WHERE kept.id = conversation.id AND kept.low_id < kept.high_id AND kept.high_read_up_to <> coalesce(reached.place, 0);

UPDATE conversation
SET low_shown_place = shown.place, low_shown_at = shown.sent_at
FROM conversation AS viewed
CROSS JOIN LATERAL (
    SELECT place, sent_at
    FROM message
    WHERE conversation_id = viewed.id AND (visible_at IS NOT NULL OR sender_id = viewed.low_id)
    ORDER BY place DESC
    LIMIT 1
) AS shown
WHERE viewed.id = conversation.id;

UPDATE conversation
SET high_shown_place = shown.place, high_shown_at = shown.sent_at
FROM conversation AS viewed
CROSS JOIN LATERAL (
    SELECT place, sent_at
    FROM message
    WHERE conversation_id = viewed.id AND (visible_at IS NOT NULL OR sender_id = viewed.high_id)
    ORDER BY place DESC
    LIMIT 1
) AS shown
WHERE viewed.id = conversation.id AND viewed.low_id < viewed.high_id;

ALTER TABLE conversation
    ALTER COLUMN low_held_from DROP DEFAULT,
    ALTER COLUMN low_shown_place DROP DEFAULT,
    ALTER COLUMN low_shown_at DROP DEFAULT,
    ALTER COLUMN high_held_from DROP DEFAULT,
    ALTER COLUMN high_shown_place DROP DEFAULT,
    ALTER COLUMN high_shown_at DROP DEFAULT,
    ADD CONSTRAINT conversation_low_held
        CHECK (CASE WHEN low_held = 0 THEN low_held_from = 0 ELSE low_held_from > low_read_up_to END),
    ADD CONSTRAINT conversation_high_held
        CHECK (CASE WHEN high_held = 0 THEN high_held_from = 0 ELSE high_held_from > high_read_up_to END),
    ADD CONSTRAINT conversation_shown
        CHECK (low_shown_place BETWEEN 0 AND last_place AND high_shown_place BETWEEN 0 AND last_place);
COMMENT ON COLUMN conversation.low_held_from IS
    'Place of the first message that is held back from the low user; 0 while none is. Nothing beyond it can be read.';
COMMENT ON COLUMN conversation.high_held_from IS 'The same for the high user.';
COMMENT ON COLUMN conversation.low_read_up_to IS
    'Place of the newest message to the low user that a reading of theirs covers; 0 before the first.';
COMMENT ON COLUMN conversation.high_read_up_to IS 'The same for the high user.';
COMMENT ON COLUMN conversation.low_shown_place IS
    'Place of the newest message that the low user is shown, own held ones included; 0 if there is none.';
COMMENT ON COLUMN conversation.high_shown_place IS 'The same for the high user; 0 in a conversation with oneself.';
COMMENT ON COLUMN conversation.low_shown_at IS 'When that message was sent: orders the inbox; the epoch if there is none.';
COMMENT ON COLUMN conversation.high_shown_at IS 'The same for the high user.';
--rollback ALTER TABLE conversation
--rollback     DROP COLUMN low_held_from, DROP COLUMN low_shown_place, DROP COLUMN low_shown_at,
--rollback     DROP COLUMN high_held_from, DROP COLUMN high_shown_place, DROP COLUMN high_shown_at;

--changeset parley:conversation-of-high-user
CREATE INDEX conversation_high_id ON conversation (high_id);
COMMENT ON INDEX conversation_high_id IS
    'The conversations of a user are found by the key, where they are the low one, and by this. The order of an inbox is '
    'not indexed: every message changes it.';
--rollback DROP INDEX conversation_high_id;
