--liquibase formatted sql logicalFilePath:parley/state/0005-receipts.sql

--changeset parley:read-receipt
CREATE TABLE read_receipt (
    conversation_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    up_to_place bigint NOT NULL CHECK (up_to_place > 0),
    read_at timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, reader_id, read_at)
);
COMMENT ON TABLE read_receipt IS
    'Append-only. One row a reading: at read_at the reader had seen everything visible to them up to up_to_place. A '
    'message was first read at the first reading of its receiver that is not before visible_at and reaches its place.';
--rollback DROP TABLE read_receipt;

--changeset parley:read-receipt-by-place
CREATE INDEX read_receipt_place ON read_receipt (conversation_id, reader_id, up_to_place, read_at);
COMMENT ON INDEX read_receipt_place IS
    'Finds the readings of a page of messages by their places; the key finds those that came after a release.';
--rollback DROP INDEX read_receipt_place;
