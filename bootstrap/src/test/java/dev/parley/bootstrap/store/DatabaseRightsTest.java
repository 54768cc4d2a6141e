package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The privileges of the roles after the migrations, both with roles created by Parley and with roles created as
 * documented.
 */
final class DatabaseRightsTest {

    @AutoClose
    private static DocumentedServer documented;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException {
        documented = DocumentedServer.start(directory.toRealPath().resolve("data"));
    }

    enum Server {
        EMBEDDED,
        DOCUMENTED;

        StoreAccess access() {
            return this == EMBEDDED ? TestStores.access() : documented.access();
        }
    }

    @ParameterizedTest
    @EnumSource
    void applicationCannotChangeTheSchema(Server server) {
        StoreAccess access = server.access();

        assertThat(tables(access.stateOwner()))
                .isNotEmpty()
                .allSatisfy(table -> assertThatNoneIsAllowed(
                        access.state(),
                        "ALTER TABLE %s ADD COLUMN more text".formatted(table),
                        "ALTER TABLE %s DISABLE TRIGGER ALL".formatted(table),
                        "ALTER TABLE %s OWNER TO parley_app".formatted(table),
                        "CREATE INDEX ON %s ((1))".formatted(table),
                        "DROP TABLE %s".formatted(table),
                        "TRUNCATE %s".formatted(table)));
        assertThatNothingIsCreated(access.state());
    }

    @ParameterizedTest
    @EnumSource
    void applicationCanReadButNotChangeTheMigrations(Server server) {
        assertThat(strings(server.access().state(), "SELECT id FROM databasechangelog"))
                .isNotEmpty();
        assertThatNoneIsAllowed(
                server.access().state(),
                "DELETE FROM databasechangelog",
                "UPDATE databasechangelog SET id = id",
                "DELETE FROM databasechangeloglock");
    }

    @ParameterizedTest
    @EnumSource
    void logRoleCanOnlyInsertAndRead(Server server) {
        StoreAccess access = server.access();

        assertThat(strings(access.logOwner(), """
                SELECT table_name || ' ' || privilege_type FROM information_schema.role_table_grants
                WHERE grantee = 'parley_relay' ORDER BY 1
                """))
                .containsExactly("activity INSERT", "activity SELECT", "databasechangelog SELECT");
        assertThat(strings(access.log(), "SELECT count(*)::text FROM activity")).hasSize(1);
        assertThatNoneIsAllowed(
                access.log(),
                "UPDATE activity SET type = 'LOGOUT'",
                "DELETE FROM activity",
                "TRUNCATE activity",
                "DROP TABLE activity",
                "ALTER TABLE activity DISABLE TRIGGER activity_append_only",
                "DELETE FROM databasechangelog",
                "SELECT * FROM databasechangeloglock");
        assertThatNothingIsCreated(access.log());
    }

    /** Even the owner cannot, unless it drops the trigger first. */
    @ParameterizedTest
    @EnumSource
    void logRefusesChangesByItsOwner(Server server) {
        assertThatNoneIsAllowed(
                server.access().logOwner(),
                "UPDATE activity SET type = 'LOGOUT'",
                "DELETE FROM activity",
                "TRUNCATE activity");
    }

    @ParameterizedTest
    @EnumSource
    void publicHasNoPrivileges(Server server) {
        for (DatabaseAccess owner :
                List.of(server.access().stateOwner(), server.access().logOwner())) {
            assertThat(strings(owner, """
                    WITH granted (what, acl) AS (
                        SELECT 'database ' || datname, coalesce(datacl, acldefault('d', datdba))
                        FROM pg_database WHERE datname = current_database()
                        UNION ALL
                        SELECT 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner))
                        FROM pg_namespace WHERE nspname = 'public'
                        UNION ALL
                        SELECT 'relation ' || relname,
                            coalesce(relacl, acldefault((CASE relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", relowner))
                        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'S', 'p')
                        UNION ALL
                        SELECT 'function ' || proname, coalesce(proacl, acldefault('f', proowner))
                        FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                    )
                    SELECT what || ': ' || right_to.privilege_type FROM granted, aclexplode(acl) AS right_to
                    WHERE right_to.grantee = 0
                    """)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void serviceRolesHaveNoSpecialAttributes(Server server) {
        assertThat(strings(server.access().stateOwner(), """
                SELECT rolname FROM pg_roles
                WHERE rolname LIKE 'parley%'
                    AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
                        OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid))
                """)).isEmpty();
        for (DatabaseAccess role :
                List.of(server.access().state(), server.access().log())) {
            assertThat(strings(role, """
                    SELECT relname FROM pg_class WHERE relowner = current_user::regrole
                    UNION ALL SELECT datname FROM pg_database WHERE datdba = current_user::regrole
                    UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = current_user::regrole
                    """)).isEmpty();
        }
    }

    private static void assertThatNothingIsCreated(DatabaseAccess role) {
        assertThatNoneIsAllowed(
                role,
                "CREATE TABLE own (id bigint)",
                "CREATE TEMPORARY TABLE own (id bigint)",
                "CREATE SCHEMA own",
                "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE DATABASE own",
                "CREATE ROLE own",
                "CREATE EXTENSION dblink",
                "DROP SCHEMA public CASCADE",
                "ALTER SCHEMA public RENAME TO own",
                "SET ROLE parley_owner",
                "ALTER ROLE %s SUPERUSER".formatted(role.user()),
                "ALTER SYSTEM SET fsync = off",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "COPY (SELECT 1) TO '/tmp/own'",
                "SELECT pg_read_file('pg_hba.conf')",
                "SELECT rolpassword FROM pg_authid");
    }

    private static void assertThatNoneIsAllowed(DatabaseAccess role, String... statements) {
        Jdbi jdbi = Jdbi.create(role.jdbcUrl(), role.user(), role.password());
        jdbi.useHandle(handle -> assertThat(Stream.of(statements))
                .allSatisfy(statement -> assertThatThrownBy(() -> handle.execute(statement))
                        .as(statement)
                        .isInstanceOf(JdbiException.class)
                        .hasRootCauseInstanceOf(SQLException.class)
                        .rootCause()
                        .extracting(cause -> ((SQLException) cause).getSQLState())
                        .isEqualTo("42501")));
    }

    private static List<String> tables(DatabaseAccess owner) {
        return strings(owner, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    }

    private static List<String> strings(DatabaseAccess role, String query) {
        return Jdbi.create(role.jdbcUrl(), role.user(), role.password())
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
