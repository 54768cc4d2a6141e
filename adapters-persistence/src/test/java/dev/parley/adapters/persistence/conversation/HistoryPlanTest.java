package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page reads only its own rows, however long the history is. */
final class HistoryPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** A prepared statement gets a generic plan after a few uses. That plan uses none of the values. */
    @ParameterizedTest
    @CsvSource({
        "force_custom_plan, before, 9223372036854775807",
        "force_custom_plan, after, 1",
        "force_generic_plan, before, 15000",
        "force_generic_plan, after, 15000"
    })
    void pageIsReadAlongTheIndexUpToItsBound(String mode, String direction, long place) {
        List<String> plan = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            fill(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            prepare(handle);
            return handle.createQuery(
                            "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE %s (1, 1, %d, 201, 1048576)"
                                    .formatted(direction, place))
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan)
                .anyMatch(line ->
                        line.matches(".*Index Scan (Backward )?using message_pkey on message [(]actual rows=201[.].*"))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort") || line.contains("Gather"));
    }

    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT 1 + i % 2, (i + 1) / 2, i, 1, 2, 'hello', now(), now() FROM generate_series(1, 60000) AS i;
                ANALYZE message
                """).execute();
    }

    private static void prepare(Handle handle) {
        handle.execute("DEALLOCATE ALL");
        handle.execute(statement("before", JdbiMessages.SHOWN_BEFORE));
        handle.execute(statement("after", JdbiMessages.SHOWN_AFTER));
    }

    private static String statement(String name, String sql) {
        return "PREPARE " + name + " (bigint, bigint, bigint, int, bigint) AS "
                + sql.replace(":conversation", "$1")
                        .replace(":viewer", "$2")
                        .replace(":place", "$3")
                        .replace(":limit", "$4")
                        .replace(":bytes", "$5");
    }
}
