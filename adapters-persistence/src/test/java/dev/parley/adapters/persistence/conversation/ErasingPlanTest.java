package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step through a long conversation finds each message by its place, also if most conversations are short. */
final class ErasingPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void stepFindsTheMessagesToEraseByPlace(String mode) {
        List<String> plan = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            fill(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            handle.execute("SET LOCAL enable_seqscan = off");
            handle.execute("DEALLOCATE ALL");
            handle.execute("PREPARE step (bigint, bigint, int) AS "
                    + JdbiMessages.ERASE_CONTENTS
                            .replace(":conversation", "$1")
                            .replace(":sender", "$2")
                            .replace(":limit", "$3"));
            return handle.createQuery(
                            "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE step (1, 1, 500)")
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan)
                .anyMatch(line -> line.matches(".*Index Cond: .*place = ANY .*"))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Join"));
    }

    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT 1, i, i, 1, 2, 'hello', now(), now() FROM generate_series(1, 20000) AS i;
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT i, 1, i, 1, 2, 'hello', now(), now() FROM generate_series(20001, 60000) AS i;
                ANALYZE message
                """).execute();
    }
}
