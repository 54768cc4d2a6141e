package dev.parley.adapters.persistence.activitylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page reads only its own rows, however many activities the user has. */
final class ActivityReadingPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void pageIsReadFromTheEndOfThePreviousOne(String mode) {
        List<String> plan = POSTGRES.emptied().logAsOwner().inTransaction(handle -> {
            fill(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            handle.execute("SET LOCAL enable_seqscan = off");
            prepare(handle);
            return handle.createQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) "
                            + "EXECUTE page (1, 20000, NULL, 51)")
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan)
                .anyMatch(line -> line.matches(".*Index Cond: .*actor_id = .*position.* < .*"))
                .noneMatch(line -> line.contains("Rows Removed") || line.contains("Sort"));
    }

    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO activity (position, id, type, actor_id, subject_id, at, details)
                OVERRIDING SYSTEM VALUE
                SELECT i, gen_random_uuid(), 'LOGIN', 1 + i % 100, NULL, now(), '{}' FROM generate_series(1, 40000) AS i;
                ANALYZE activity
                """).execute();
    }

    private static void prepare(Handle handle) {
        handle.execute("DEALLOCATE ALL");
        handle.execute("PREPARE page (bigint, bigint, text, int) AS "
                + JdbiActivityLog.READ_BACKWARDS
                        .replace(":actor", "$1")
                        .replace(":before", "$2")
                        .replace(":type::text", "$3::text")
                        .replace(":type", "$3")
                        .replace(":limit", "$4"));
    }
}
