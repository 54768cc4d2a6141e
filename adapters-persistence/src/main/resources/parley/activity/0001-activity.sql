--liquibase formatted sql logicalFilePath:parley/activity/0001-activity.sql

--changeset parley:activity
CREATE TABLE activity (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    actor_id bigint,
    subject_id bigint,
    at timestamptz NOT NULL,
    address text,
    user_agent text,
    session_id bigint,
    details jsonb NOT NULL,
    logged_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX activity_actor ON activity (actor_id, position);
CREATE INDEX activity_subject ON activity (subject_id, position);
COMMENT ON TABLE activity IS
    'What users did, for ever. Positions rise in the order of arrival, with gaps; appends are made one at a time, so '
    'nothing new ever appears before a position that somebody has seen.';
COMMENT ON COLUMN activity.id IS 'Given in the state store; an append that is repeated is told by it.';
COMMENT ON COLUMN activity.at IS 'When it happened; logged_at is when it arrived here.';
--rollback DROP TABLE activity;
