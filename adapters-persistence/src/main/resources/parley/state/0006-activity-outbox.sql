--liquibase formatted sql logicalFilePath:parley/state/0006-activity-outbox.sql

--changeset parley:activity-outbox
CREATE TABLE activity_outbox (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    type text NOT NULL,
    actor_id bigint,
    subject_id bigint,
    at timestamptz NOT NULL,
    address text,
    user_agent text,
    session_id bigint,
    details jsonb NOT NULL
) WITH (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000
);
COMMENT ON TABLE activity_outbox IS
    'Activities that wait for the log store, written in the transaction of what they report and deleted once the log '
    'store has them. The id is the activity''s for ever; its order (version 7) is the order in which they are carried.';
--rollback DROP TABLE activity_outbox;
