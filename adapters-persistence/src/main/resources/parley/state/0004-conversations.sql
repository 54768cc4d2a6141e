--liquibase formatted sql logicalFilePath:parley/state/0004-conversations.sql

--changeset parley:conversation
CREATE SEQUENCE conversation_id;
CREATE TABLE conversation (
    id bigint PRIMARY KEY CHECK (id > 0),
    low_id bigint NOT NULL REFERENCES app_user,
    high_id bigint NOT NULL REFERENCES app_user,
    last_place bigint NOT NULL CHECK (last_place >= 0),
    low_unread bigint NOT NULL CHECK (low_unread >= 0),
    low_held bigint NOT NULL CHECK (low_held >= 0),
    low_read_up_to bigint NOT NULL CHECK (low_read_up_to >= 0),
    high_unread bigint NOT NULL CHECK (high_unread >= 0),
    high_held bigint NOT NULL CHECK (high_held >= 0),
    high_read_up_to bigint NOT NULL CHECK (high_read_up_to >= 0),
    latest_at timestamptz NOT NULL,
    UNIQUE (low_id, high_id),
    CHECK (low_id <= high_id)
) WITH (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0.05
);
COMMENT ON TABLE conversation IS
    'The head of a conversation of two users (or of one with themselves: then everything is counted on the low side). '
    'Written under the lock of both users; no column that changes is indexed, so that updates stay on their page (HOT).';
COMMENT ON COLUMN conversation.last_place IS 'Place of the newest message, held or not.';
COMMENT ON COLUMN conversation.low_held IS 'Messages to the low user that wait for an unblocking.';
COMMENT ON COLUMN conversation.high_held IS 'Messages to the high user that wait for an unblocking.';
COMMENT ON COLUMN conversation.latest_at IS 'Time of the newest message, reading or release; the next is later.';
--rollback DROP TABLE conversation;
--rollback DROP SEQUENCE conversation_id;

--changeset parley:message
CREATE SEQUENCE message_id;
-- No foreign keys: a message is written in the same statement as its conversation and under the lock of both users, so
-- the checks could never fail, and three of them would lock and touch three more rows for every message.
CREATE TABLE message (
    conversation_id bigint NOT NULL,
    place bigint NOT NULL CHECK (place > 0),
    id bigint NOT NULL UNIQUE,
    sender_id bigint NOT NULL,
    receiver_id bigint NOT NULL,
    content text NOT NULL,
    sent_at timestamptz NOT NULL,
    visible_at timestamptz CHECK (visible_at >= sent_at),
    PRIMARY KEY (conversation_id, place)
);
CREATE INDEX message_held ON message (conversation_id, receiver_id) WHERE visible_at IS NULL;
COMMENT ON TABLE message IS
    'Append-only, but for held messages that become visible. Places of a conversation are 1, 2, 3 and so on, without gaps.';
COMMENT ON COLUMN message.visible_at IS 'When the receiver could first see it; null while it is held back by a block.';
--rollback DROP TABLE message;
--rollback DROP SEQUENCE message_id;
