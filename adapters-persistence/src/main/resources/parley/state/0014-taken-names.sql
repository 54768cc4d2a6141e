--liquibase formatted sql logicalFilePath:parley/state/0014-taken-names.sql

--changeset parley:taken-name
CREATE TABLE taken_name (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE taken_name IS
    'Every name that was ever given to a user, who may be erased since: a row is written with the user and never goes, so '
    'that nobody is mistaken for somebody who had the name before. It does not say whose it was.';
COMMENT ON COLUMN taken_name.digest IS 'SHA-256 of the name in UTF-8.';
INSERT INTO taken_name (digest)
SELECT sha256(convert_to(username, 'UTF8'))
FROM app_user
WHERE username NOT LIKE '~%';
--rollback DROP TABLE taken_name;

--changeset parley:rights-of-parley-app-to-taken-names splitStatements:false
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        GRANT SELECT, INSERT ON taken_name TO parley_app;
    END IF;
END
$$;
--rollback DO 'BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = ''parley_app'') THEN
--rollback REVOKE ALL ON taken_name FROM parley_app;
--rollback END IF; END';
