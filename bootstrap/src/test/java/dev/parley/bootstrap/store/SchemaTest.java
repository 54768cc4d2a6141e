package dev.parley.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.bootstrap.health.MigrationsHealthCheck;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SchemaTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void whatIsPendingIsAppliedOnceAndNothingTheSecondTime() {
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
    void aSchemaThatCannotBeReachedIsOneLineWithoutThePassword() {
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
