--liquibase formatted sql logicalFilePath:parley/state/0001-users.sql

--changeset parley:app-user
CREATE TABLE app_user (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username text COLLATE "C" NOT NULL UNIQUE,
    password_hash text NOT NULL,
    registered_at timestamptz NOT NULL
);
COMMENT ON TABLE app_user IS 'Who has registered. Names are compared byte by byte and never change.';
COMMENT ON COLUMN app_user.password_hash IS 'PHC string, or Django''s pbkdf2_sha256$ form until the next login.';
--rollback DROP TABLE app_user;

--changeset parley:user-head
CREATE TABLE user_head (
    user_id bigint PRIMARY KEY REFERENCES app_user,
    event_seq bigint NOT NULL DEFAULT 0 CHECK (event_seq >= 0)
) WITH (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_threshold = 200,
    autovacuum_vacuum_cost_delay = 0
);
COMMENT ON TABLE user_head IS
    'One row a user, inserted with the user. Locking it, lowest id first, is the lock of every write between two users. '
    'Half of each page is left free and nothing but the key is indexed, so that updates stay on their page (HOT).';
COMMENT ON COLUMN user_head.event_seq IS 'Number of the newest event of the user.';
--rollback DROP TABLE user_head;
