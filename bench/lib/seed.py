"""Fills a fresh database by SQL, which takes seconds where the API would hash passwords for minutes."""

import hashlib


def token(number):
    return hashlib.sha256(f"token of {number}".encode()).hexdigest()[:40]


def users(service, count, file):
    """user1 to userN, each with a session; writes a line "name token" for each."""
    service.sql(f"""
        WITH registered AS (
            INSERT INTO app_user (username, password_hash, registered_at)
            SELECT 'user' || number, '!', now() FROM generate_series(1, {count}) AS number
            RETURNING id, username
        ), headed AS (
            INSERT INTO user_head (user_id) SELECT id FROM registered
        )
        INSERT INTO session (token_digest, user_id, created_at, last_seen_at, expires_at)
        SELECT sha256(convert_to(left(encode(sha256(convert_to('token of ' || substr(username, 5), 'UTF8')), 'hex'), 40),
            'UTF8')), id, now(), now(), now() + interval '90 days'
        FROM registered;
        VACUUM ANALYZE app_user, user_head, session;
    """)
    with open(file, "w") as lines:
        lines.writelines(f"user{number} {token(number)}\n" for number in range(1, count + 1))


def sessions(service, count, address):
    """More sessions of each user, opened from the IPv4 address."""
    service.sql(f"""
        INSERT INTO session (token_digest, user_id, created_at, last_seen_at, expires_at, address, network)
        SELECT sha256(convert_to(id || ' from {address} ' || number, 'UTF8')), id, now(), now(), now() + interval '90 days',
            '{address}', '{address}'
        FROM app_user, generate_series(1, {count}) AS number;
        VACUUM ANALYZE session;
    """)


def long_conversation(service, one, other, messages):
    """Between two users, all read; every third from the other."""
    service.sql(f"""
        CREATE TEMPORARY TABLE pair AS
        SELECT least(a.id, b.id) AS low, greatest(a.id, b.id) AS high, a.id AS one, b.id AS other
        FROM app_user a, app_user b WHERE a.username = '{one}' AND b.username = '{other}';
        INSERT INTO conversation (id, low_id, high_id, last_place, latest_at,
            low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
            high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at)
        SELECT nextval('conversation_id'), low, high, {messages}, now(),
            0, 0, 0, {messages}, {messages}, now(), 0, 0, 0, {messages}, {messages}, now()
        FROM pair;
        INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
        SELECT currval('conversation_id'), place, nextval('message_id'),
            CASE WHEN place % 3 = 0 THEN other ELSE one END, CASE WHEN place % 3 = 0 THEN one ELSE other END,
            'Message ' || place || ' of a long conversation, as long as people write.', at, at
        FROM pair, generate_series(1, {messages}) AS place,
            LATERAL (SELECT now() - interval '400 days' + place * interval '20 seconds' AS at) AS time;
        INSERT INTO read_receipt (conversation_id, reader_id, up_to_place, read_at)
        SELECT currval('conversation_id'), reader, {messages}, now() FROM pair, LATERAL (VALUES (low), (high)) AS of (reader);
    """)
    service.sql("VACUUM ANALYZE message, conversation, read_receipt;")


def inbox(service, user, conversations):
    """One unread message from each of a number of other users."""
    service.sql(f"""
        WITH me AS (SELECT id FROM app_user WHERE username = '{user}'),
        begun AS (
            INSERT INTO conversation (id, low_id, high_id, last_place, latest_at,
                low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
                high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at)
            SELECT nextval('conversation_id'), least(me.id, peer.id), greatest(me.id, peer.id), 1, now(),
                CASE WHEN me.id < peer.id THEN 1 ELSE 0 END, 0, 0, 0, 1, now() - peer.id * interval '1 second',
                CASE WHEN me.id > peer.id THEN 1 ELSE 0 END, 0, 0, 0, 1, now() - peer.id * interval '1 second'
            FROM me, (SELECT id FROM app_user WHERE username <> '{user}' ORDER BY id LIMIT {conversations}) AS peer
            RETURNING id, low_id, high_id
        )
        INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
        SELECT begun.id, 1, nextval('message_id'), low_id + high_id - me.id, me.id, 'Have you seen this?', now(), now()
        FROM begun, me;
    """)
    service.sql("VACUUM ANALYZE message, conversation;")
