package dev.parley.adapters.persistence;

import java.io.OutputStream;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;

/** The changelogs, applied as dropwizard-migrations does: by their path on the class path. */
enum Migration {
    STATE("parley/state/changelog.xml"),
    ACTIVITY("parley/activity/changelog.xml");

    private final String changelog;

    Migration(String changelog) {
        this.changelog = changelog;
    }

    void apply(DataSource database) {
        run(database, "update", Map.of());
    }

    /** Rolls back the newest change sets. */
    void rollBack(DataSource database, int count) {
        run(database, "rollbackCount", Map.of("count", count));
    }

    private void run(DataSource source, String command, Map<String, Object> arguments) {
        try (Connection connection = source.getConnection()) {
            PostgresDatabase database = new PostgresDatabase();
            database.setConnection(new JdbcConnection(connection));
            CommandScope scope = new CommandScope(command).setOutput(OutputStream.nullOutputStream());
            scope.addArgumentValue("changelogFile", changelog);
            scope.addArgumentValue("database", database);
            for (Map.Entry<String, Object> argument : arguments.entrySet()) {
                scope.addArgumentValue(argument.getKey(), argument.getValue());
            }
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), scope::execute);
        } catch (Exception e) { // declared by Scope.child
            throw new IllegalStateException(e);
        }
    }
}
