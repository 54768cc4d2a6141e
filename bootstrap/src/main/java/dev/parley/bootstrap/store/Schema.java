package dev.parley.bootstrap.store;

import com.codahale.metrics.MetricRegistry;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.migrations.CloseableLiquibase;
import io.dropwizard.migrations.CloseableLiquibaseWithClassPathMigrationsFile;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;

/**
 * The schema of one store, as its change log has it.
 *
 * @param store its name in messages
 * @param changelog class path of its change log
 * @param owner may change the schema
 */
public record Schema(String store, String changelog, DatabaseAccess owner) {

    public static final String STATE_CHANGELOG = "parley/state/changelog.xml";
    public static final String ACTIVITY_CHANGELOG = "parley/activity/changelog.xml";

    /** The schema of users, conversations and messages. */
    public static Schema ofState(StoreAccess access) {
        return new Schema("database", STATE_CHANGELOG, access.stateOwner());
    }

    /** The schema of the activity log. */
    public static Schema ofLog(StoreAccess access) {
        return new Schema("activityDatabase", ACTIVITY_CHANGELOG, access.logOwner());
    }

    /** Applies what is pending; waits while another node does. */
    public void migrate() {
        with(liquibase -> {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF); // it goes to standard output, which is the commands'
            liquibase.update(new Contexts(), new LabelExpression());
            return true;
        });
    }

    /** Ids of the change sets that the store does not have yet. */
    public List<String> pending() {
        return with(liquibase -> liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList());
    }

    private <T> T with(Work<T> work) {
        ManagedDataSource dataSource = Pools.forMigrations(owner).build(new MetricRegistry(), "migrations-" + store);
        try (CloseableLiquibase liquibase = new CloseableLiquibaseWithClassPathMigrationsFile(dataSource, changelog)) {
            Scope.ScopedRunnerWithReturn<T> quietly = () -> work.on(liquibase); // it would talk to standard output
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), quietly);
        } catch (Exception e) { // Scope.child promises no less
            throw new SchemaException(this, e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(CloseableLiquibase liquibase) throws LiquibaseException;
    }
}
