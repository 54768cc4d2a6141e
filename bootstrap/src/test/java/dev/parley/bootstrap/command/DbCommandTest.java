package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import dev.parley.bootstrap.store.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DbCommandTest {

    @TempDir
    private Path directory;

    /** On a database server that the command starts. */
    @Test
    void bothDatabasesAreMigratedWithoutARunningService() throws IOException {
        Path data = directory.toRealPath().resolve("data");
        String configuration = CommandRun.configuration(directory, data).toString();

        CommandRun migrate = CommandRun.line("db", "migrate", configuration);
        CommandRun after = CommandRun.line("db", "status", configuration);

        assertThat(migrate.failure()).isEmpty();
        assertThat(migrate.error()).isEmpty();
        assertThat(after.out().lines().filter(line -> line.contains("is up to date")))
                .hasSize(2);
        assertThat(EmbeddedPostgresServer.databasesOfRunning(data)).isEmpty();
    }

    @Test
    void oneDatabaseCanBeChosen() throws IOException {
        String configuration = CommandRun.configuration(directory).toString();

        assertThat(CommandRun.line("db", "--store", "activity", "status", configuration)
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains("is up to date");
        assertThat(CommandRun.line("db", "--store", "state", "status", configuration)
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains("is up to date");
        assertThat(CommandRun.line("db", "--store", "other", "status", configuration)
                        .error())
                .contains("invalid choice: 'other'");
    }

    @Test
    void statusReportsASchemaNewerThanTheBuild() throws IOException {
        String configuration = CommandRun.configuration(directory).toString();
        DatabaseAccess owner = TestStores.access().stateOwner();
        Jdbi database = Jdbi.create(owner.jdbcUrl(), owner.user(), owner.password());
        database.useHandle(handle -> handle.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted,"
                + " orderexecuted, exectype) VALUES ('future', 'parley', 'parley/state/0099-future.sql', now(), 9999,"
                + " 'EXECUTED')"));
        try {
            assertThat(CommandRun.line("db", "--store", "state", "status", configuration)
                            .out()
                            .lines())
                    .contains("The schema of the state database is newer than this build, which does not know"
                            + " parley/state/0099-future.sql (future): use the build that migrated it");
        } finally {
            database.useHandle(handle -> handle.execute("DELETE FROM databasechangelog WHERE id = 'future'"));
        }
    }

    @Test
    void subcommandWithoutRequiredArgumentsFails() throws IOException {
        String configuration = CommandRun.configuration(directory).toString();

        CommandRun typed = CommandRun.line("db", "tag", configuration);

        assertThat(typed.failure()).isPresent();
        assertThat(typed.out()).isEmpty();
    }
}
