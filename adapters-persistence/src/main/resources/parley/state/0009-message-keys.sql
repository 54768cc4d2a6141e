--liquibase formatted sql logicalFilePath:parley/state/0009-message-keys.sql

--changeset parley:message-key
-- No foreign keys: a key is written in the statement that writes its message, and no message is ever deleted.
CREATE TABLE message_key (
    sender_id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
    conversation_id bigint NOT NULL,
    place bigint NOT NULL,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (sender_id, key)
) WITH (
    autovacuum_vacuum_scale_factor = 0.05
);
CREATE INDEX message_key_used_at ON message_key USING brin (used_at) WITH (autosummarize = on);
COMMENT ON TABLE message_key IS
    'Idempotency keys, each with the message that it stored: in the transaction of that message, under the lock of its '
    'sender. A key that is used again after it was forgotten gets the new message.';
COMMENT ON COLUMN message_key.fingerprint IS 'SHA-256 of what the send asked for.';
--rollback DROP TABLE message_key;

--changeset parley:message-erasure splitStatements:false
-- The application may write the column to take a content away. That it writes nothing else there is not left to it.
CREATE FUNCTION refuse_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a new content for a message refused: it can be erased and not be changed'
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER message_content_stays
    BEFORE UPDATE OF content ON message
    FOR EACH ROW WHEN (NEW.content <> '' AND NEW.content <> OLD.content)
    EXECUTE FUNCTION refuse_content();
COMMENT ON TABLE message IS
    'Append-only, but for held messages that become visible and contents whose author was erased. Places of a '
    'conversation are 1, 2, 3 and so on, without gaps.';
COMMENT ON COLUMN message.content IS 'Empty once its author was erased, and never before.';
--rollback DROP TRIGGER message_content_stays ON message;
--rollback DROP FUNCTION refuse_content();
