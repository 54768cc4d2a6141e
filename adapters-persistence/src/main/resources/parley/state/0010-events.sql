--liquibase formatted sql logicalFilePath:parley/state/0010-events.sql

--changeset parley:user-event
-- No foreign keys: an event is written under the lock of its user in the transaction of what it tells.
CREATE TABLE user_event (
    user_id bigint NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    at timestamptz NOT NULL,
    conversation_id bigint,
    place bigint,
    peer_id bigint,
    read_at timestamptz,
    unread bigint,
    session_id bigint,
    type text NOT NULL,
    PRIMARY KEY (user_id, seq)
) WITH (
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05
);
CREATE INDEX user_event_at ON user_event USING brin (at) WITH (autosummarize = on);
COMMENT ON TABLE user_event IS
    'What the devices of a user must learn, for 30 days: numbered 1, 2, 3 and so on for each user in the order of '
    'commits, without gaps from the oldest on that is kept. Rows refer to what they tell of and copy nothing of it.';
COMMENT ON COLUMN user_event.seq IS 'Given under the lock of the user from user_head.event_seq.';
COMMENT ON INDEX user_event_at IS 'Rows lie in the order of their times, more or less: enough to find what is too old.';
--rollback DROP TABLE user_event;

--changeset parley:event-epoch
CREATE TABLE event_epoch (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    history text
);
INSERT INTO event_epoch DEFAULT VALUES;
COMMENT ON TABLE event_epoch IS
    'One row: which history the numbers in user_event belong to. Every cursor that a client holds names the epoch.';
COMMENT ON COLUMN event_epoch.history IS
    'What tells the history that the epoch began on from others; null until the first start of the service.';
--rollback DROP TABLE event_epoch;
