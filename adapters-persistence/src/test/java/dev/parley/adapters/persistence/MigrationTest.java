package dev.parley.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MigrationTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @ParameterizedTest
    @EnumSource
    void secondMigrationOfAnEmptyDatabaseChangesNothing(Migration migration) {
        DataSource database = TestPostgres.instance().freshDatabase("migrated_twice");

        migration.apply(database);
        List<String> first = changeSets(database);
        migration.apply(database);

        assertThat(first).isNotEmpty();
        assertThat(changeSets(database)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void pathOfEveryChangeSetIsIndependentOfItsLocation(Migration migration) {
        DataSource database = TestPostgres.instance().freshDatabase("migrated_paths");

        migration.apply(database);

        assertThat(changeSets(database))
                .allMatch(path -> path.matches("parley/(state|activity)/\\d{4}-[a-z-]+\\.sql .*"));
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeSetCanBeRolledBackAndAppliedAgain(Migration migration) {
        DataSource database = TestPostgres.instance().freshDatabase("migrated_and_back");
        migration.apply(database);
        List<String> before = changeSets(database);
        List<String> tables = tables(database);

        migration.rollBack(database, before.size());
        assertThat(tables(database)).containsExactly("databasechangelog", "databasechangeloglock");
        migration.apply(database);

        assertThat(changeSets(database)).isEqualTo(before);
        assertThat(tables(database)).isEqualTo(tables);
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasAComment(Migration migration) {
        DataSource database = TestPostgres.instance().freshDatabase("migrated_comments");

        migration.apply(database);

        assertThat(list(database, """
                        SELECT relname FROM pg_class
                        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                            AND relname NOT LIKE 'databasechange%' AND obj_description(oid) IS NULL
                        """)).isEmpty();
    }

    private static List<String> changeSets(DataSource database) {
        return list(database, "SELECT filename || ' ' || id || ' ' || orderexecuted FROM databasechangelog ORDER BY 1");
    }

    private static List<String> tables(DataSource database) {
        return list(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    private static List<String> list(DataSource database, String sql) {
        return Jdbi.create(database)
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
