-- What a message writes, in one transaction of its own, by as few statements as it takes: both users locked in order, the
-- block looked up, then conversation, message, both events, both heads and the outbox in one statement.
\set one random(1, :users)
\set peer random(1, 20)
\set other (:one + 97 * :peer) % :users + 1
\set low least(:one, :other)
\set high greatest(:one, :other)
BEGIN;
SELECT user_id FROM user_head WHERE user_id IN (:low, :high) ORDER BY user_id FOR UPDATE;
WITH blocked AS (
    SELECT EXISTS (SELECT FROM block WHERE blocker_id = :other AND blocked_id = :one) AS yes
), stored_conversation AS (
    INSERT INTO conversation (id, low_id, high_id, last_place, latest_at,
        low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
        high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at)
    SELECT nextval('conversation_id'), :low::bigint, :high::bigint, 1, now(), 1, 0, 0, 0, 1, now(), 1, 0, 0, 0, 1, now()
    FROM blocked
    WHERE NOT yes
    ON CONFLICT (low_id, high_id) DO UPDATE
    SET last_place = conversation.last_place + 1, latest_at = excluded.latest_at,
        low_unread = conversation.low_unread + 1, low_shown_place = conversation.last_place + 1,
        low_shown_at = excluded.latest_at, high_shown_place = conversation.last_place + 1,
        high_shown_at = excluded.latest_at
    RETURNING id, last_place
), stored_message AS (
    INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
    SELECT id, last_place, nextval('message_id'), :one::bigint, :other::bigint,
        'A message of the usual length, as people write them to each other all day long.', now(), now()
    FROM stored_conversation
    RETURNING id
), moved AS (
    UPDATE user_head SET event_seq = event_seq + 1 WHERE user_id IN (:low, :high) RETURNING user_id, event_seq
), stored_event AS (
    INSERT INTO user_event (user_id, seq, at, conversation_id, place, peer_id, type)
    SELECT user_id, event_seq, now(), stored_conversation.id, last_place, :low::bigint + :high::bigint - user_id, 'message.created'
    FROM moved, stored_conversation
)
INSERT INTO activity_outbox (type, actor_id, subject_id, at, address, user_agent, session_id, details)
SELECT 'MESSAGE_SEND', :one::bigint, :other::bigint, now(), '127.0.0.1', 'wrk', 1, jsonb_build_object('message_id', id)
FROM stored_message;
COMMIT;
