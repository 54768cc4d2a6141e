package dev.parley.bootstrap.store;

import com.codahale.metrics.MetricRegistry;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.migrations.CloseableLiquibase;
import io.dropwizard.migrations.CloseableLiquibaseWithClassPathMigrationsFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The schema of one database, from its change log.
 *
 * @param store its name in messages
 * @param changelog class path of its change log
 * @param owner may change the schema
 */
public record Schema(String store, String changelog, DatabaseAccess owner) {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

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

    /**
     * Applies the pending change sets. Waits while another node does that.
     *
     * @throws SchemaException if the schema is newer than this build
     */
    public void migrate() {
        requireNotNewer(state());
        with(liquibase -> {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF); // it would go to standard output, which belongs to the commands
            liquibase.update(new Contexts(), new LabelExpression());
            return true;
        });
    }

    /** @throws SchemaException with one line that says what to do, if it does not fit this build */
    public void requireCurrent() {
        SchemaState state = state();
        requireNotNewer(state);
        int pending = state.pending().size();
        if (pending > 0) {
            throw new SchemaException("%s of the %s %s pending: run ./parley db migrate"
                    .formatted(
                            pending == 1 ? "1 migration" : pending + " migrations",
                            name(),
                            pending == 1 ? "is" : "are"));
        }
    }

    private void requireNotNewer(SchemaState state) {
        if (state.isNewer()) {
            throw new SchemaException(newer(state));
        }
    }

    /** The message about a schema that a later build has migrated. */
    public String newer(SchemaState state) {
        return "The schema of the %s is newer than this build, which does not know %s: use the build that migrated it"
                .formatted(name(), String.join(", ", state.unknown()));
    }

    private String name() {
        return changelog.equals(ACTIVITY_CHANGELOG) ? "activity database" : "state database";
    }

    /**
     * Reads the schema. The role must be able to read Liquibase's table.
     *
     * @throws SchemaException if it cannot be read
     */
    public SchemaState state() {
        List<ChangeSet> known = known();
        Set<String> applied = applied();
        Set<String> keys = known.stream().map(Schema::key).collect(Collectors.toSet());
        return new SchemaState(
                known.stream()
                        .filter(one -> !applied.contains(key(one)))
                        .map(ChangeSet::getId)
                        .toList(),
                applied.stream().filter(one -> !keys.contains(one)).toList());
    }

    /** Ids of the pending change sets. */
    public List<String> pending() {
        return state().pending();
    }

    private static String key(ChangeSet one) {
        return key(one.getFilePath(), one.getId());
    }

    private static String key(String file, String id) {
        return file + " (" + id + ")";
    }

    private List<ChangeSet> known() {
        ResourceAccessor resources = new ClassLoaderResourceAccessor();
        try {
            return ChangeLogParserFactory.getInstance()
                    .getParser(changelog, resources)
                    .parse(changelog, new ChangeLogParameters(), resources)
                    .getChangeSets();
        } catch (LiquibaseException e) {
            throw new SchemaException(this, e);
        }
    }

    private Set<String> applied() {
        try (Connection connection = Pools.connect(owner);
                Statement statement = connection.createStatement()) {
            return isMigrated(statement) ? applied(statement) : Set.of();
        } catch (SQLException e) {
            throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                    ? new SchemaException(notAllowed())
                    : new SchemaException(this, e);
        }
    }

    private String notAllowed() {
        boolean isLog = changelog.equals(ACTIVITY_CHANGELOG);
        return ("The schema of the %s cannot be looked at by user \"%s\": run ./parley db migrate as the owner (%s),"
                        + " which also grants SELECT on databasechangelog to %s")
                .formatted(
                        name(),
                        owner.user(),
                        isLog ? "PARLEY_ACTIVITY_DATABASE_OWNER" : "PARLEY_DATABASE_OWNER",
                        isLog ? "parley_relay" : "parley_app");
    }

    private static boolean isMigrated(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT to_regclass('databasechangelog') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> applied = new LinkedHashSet<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT filename, id FROM databasechangelog ORDER BY orderexecuted")) {
            while (rows.next()) {
                applied.add(key(rows.getString("filename"), rows.getString("id")));
            }
        }
        return applied;
    }

    private <T> T with(Work<T> work) {
        ManagedDataSource dataSource = Pools.forMigrations(owner).build(new MetricRegistry(), "migrations-" + store);
        try (CloseableLiquibase liquibase = new CloseableLiquibaseWithClassPathMigrationsFile(dataSource, changelog)) {
            Scope.ScopedRunnerWithReturn<T> quietly = () -> work.on(liquibase); // it would write to standard output
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), quietly);
        } catch (Exception e) { // declared by Scope.child
            throw new SchemaException(this, e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(CloseableLiquibase liquibase) throws LiquibaseException;
    }
}
