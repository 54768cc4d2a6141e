package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.bootstrap.health.MigrationsHealthCheck;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SchemaTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void pendingMigrationsAreAppliedOnce() {
        Schema schema = onEmptyDatabase("schema_test");

        assertThat(schema.pending()).isNotEmpty();
        assertThat(new MigrationsHealthCheck(schema).execute())
                .satisfies(result -> assertThat(result.isHealthy()).isFalse())
                .satisfies(result -> assertThat(result.getMessage())
                        .isEqualTo("%d migration(s) of database are pending, first %s: run ./parley db migrate"
                                .formatted(
                                        schema.pending().size(),
                                        schema.pending().getFirst())));

        schema.migrate();
        assertThat(schema.pending()).isEmpty();
        assertThat(new MigrationsHealthCheck(schema).execute())
                .satisfies(result -> assertThat(result.isHealthy()).isTrue())
                .satisfies(result -> assertThat(result.getMessage()).isEqualTo("the schema of database is up to date"));

        schema.migrate();
        assertThat(schema.pending()).isEmpty();
    }

    @Test
    void unreachableDatabaseIsReportedInOneLineWithoutThePassword() {
        Schema schema = new Schema(
                "database",
                Schema.STATE_CHANGELOG,
                new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/parley?password=s3cret", "owner", "s3cret"));

        assertThatThrownBy(schema::pending)
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith(
                        "The schema of database (jdbc:postgresql://127.0.0.1:1/parley) cannot be read or changed: ")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("\n");
        assertThat(new MigrationsHealthCheck(schema).execute())
                .satisfies(result -> assertThat(result.isHealthy()).isFalse())
                .satisfies(result -> assertThat(result.getMessage()).startsWith("The schema of database ("));
    }

    @Test
    @Timeout(
            value = 30,
            threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // otherwise a read could block without a time limit
    void silentServerTimesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Schema schema = new Schema(
                    "database",
                    Schema.STATE_CHANGELOG,
                    new DatabaseAccess(
                            "jdbc:postgresql://localhost:%d/parley".formatted(silent.getLocalPort()), "a", ""));

            assertThatThrownBy(schema::state).isInstanceOf(SchemaException.class);
        }
    }

    @Test
    void roleWithoutAccessToTheSchemaReceivesAdvice() {
        Schema owners = onEmptyDatabase("schema_test_rights");
        owners.migrate();
        Jdbi.create(owners.owner().jdbcUrl())
                .useHandle(handle -> handle.execute("REVOKE SELECT ON databasechangelog FROM parley_app"));
        Schema schema =
                new Schema("database", Schema.STATE_CHANGELOG, access(PostgresExtension.APP, "schema_test_rights"));
        String refusal =
                "The schema of the state database cannot be looked at by user \"parley_app\": run ./parley db migrate"
                        + " as the owner (PARLEY_DATABASE_OWNER), which also grants SELECT on databasechangelog to parley_app";

        assertThatThrownBy(schema::requireCurrent)
                .isInstanceOf(SchemaException.class)
                .hasMessage(refusal);
        assertThatThrownBy(schema::migrate).isInstanceOf(SchemaException.class).hasMessage(refusal);
        assertThat(new MigrationsHealthCheck(schema).execute().getMessage()).isEqualTo(refusal);
    }

    @Test
    void pendingMigrationsFailTheStartWithoutChanges() {
        Schema schema = onEmptyDatabase("schema_test_pending");

        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(schema::requireCurrent)
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("%d migrations of the state database are pending: run ./parley db migrate"
                            .formatted(schema.pending().size()));
        }
        schema.migrate();
        assertThatCode(schema::requireCurrent).doesNotThrowAnyException();
    }

    @Test
    void newerSchemaFailsTheStartAndTheMigration() {
        Schema schema = onEmptyDatabase("schema_test_newer");
        schema.migrate();
        addUnknownChangeSet("schema_test_newer");
        String newer = "The schema of the state database is newer than this build, which does not know"
                + " parley/state/0099-future.sql (future): use the build that migrated it";

        assertThatThrownBy(schema::requireCurrent)
                .isInstanceOf(SchemaException.class)
                .hasMessage(newer);
        assertThatThrownBy(schema::migrate).isInstanceOf(SchemaException.class).hasMessage(newer);
        assertThat(new MigrationsHealthCheck(schema).execute())
                .satisfies(result -> assertThat(result.isHealthy()).isFalse())
                .satisfies(result -> assertThat(result.getMessage()).isEqualTo(newer));
    }

    @Test
    void serviceRolesMayReadTheirSchemaVersion() {
        assertThat(new Schema(
                                "database",
                                Schema.STATE_CHANGELOG,
                                access(PostgresExtension.APP, PostgresExtension.STATE))
                        .state())
                .isEqualTo(new SchemaState(List.of(), List.of()));
        assertThat(new Schema(
                                "activityDatabase",
                                Schema.ACTIVITY_CHANGELOG,
                                access(PostgresExtension.RELAY, PostgresExtension.LOG))
                        .state())
                .isEqualTo(new SchemaState(List.of(), List.of()));
    }

    private static DatabaseAccess access(String user, String database) {
        return new DatabaseAccess(POSTGRES.url(user, database), user, "");
    }

    private static void addUnknownChangeSet(String database) {
        Jdbi.create(POSTGRES.url(PostgresExtension.OWNER, database))
                .useHandle(handle -> handle.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted,"
                        + " orderexecuted, exectype) VALUES ('future', 'parley', 'parley/state/0099-future.sql',"
                        + " now(), 9999, 'EXECUTED')"));
    }

    private static Schema onEmptyDatabase(String name) {
        POSTGRES.stateAsOwner().useHandle(handle -> {
            handle.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            handle.execute("CREATE DATABASE " + name);
        });
        return new Schema(
                "database",
                Schema.STATE_CHANGELOG,
                new DatabaseAccess(POSTGRES.url(PostgresExtension.OWNER, name), PostgresExtension.OWNER, ""));
    }
}
