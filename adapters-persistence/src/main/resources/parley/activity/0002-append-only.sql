--liquibase formatted sql logicalFilePath:parley/activity/0002-append-only.sql

--changeset parley:append-only splitStatements:false
-- Rights keep everybody out but the owner; this keeps out the owner, too, and whoever was given too many rights.
-- ENABLE ALWAYS: also in a session that plays replica.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % refused: the activity log is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER activity_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_append_only;
--rollback DROP TRIGGER activity_append_only ON activity;
--rollback DROP FUNCTION refuse_change();
