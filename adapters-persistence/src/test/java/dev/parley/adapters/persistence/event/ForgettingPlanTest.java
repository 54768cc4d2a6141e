package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That forgetting looks at what it forgets, and not at every pair of that, in connections such as the pool's. */
final class ForgettingPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void oldEventsAreFoundByTheirUsersAlongTheIndex() {
        List<String> plan = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            fill(handle);
            return plan(handle);
        });

        assertThat(plan)
                .anyMatch(line -> line.contains("using user_event_pkey on user_event event"))
                .noneMatch(line -> line.contains("Rows Removed by Join Filter"));
    }

    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO app_user (id, username, password_hash, registered_at)
                OVERRIDING SYSTEM VALUE
                SELECT i, 'user' || i, '$fake$', now() FROM generate_series(1, 1000) AS i;
                INSERT INTO user_head (user_id, event_seq)
                SELECT i, 4 FROM generate_series(1, 1000) AS i
                ON CONFLICT (user_id) DO UPDATE SET event_seq = excluded.event_seq;
                INSERT INTO user_event (user_id, seq, at, type, conversation_id, place, peer_id)
                SELECT i, seq, now() - interval '31 days', 'MESSAGE_SENT', 1, 1, 1
                FROM generate_series(1, 4) AS seq, generate_series(1, 1000) AS i;
                ANALYZE user_event;
                ANALYZE user_head
                """).execute();
    }

    private static List<String> plan(Handle handle) {
        handle.execute("SET LOCAL enable_seqscan = off");
        handle.execute("SET LOCAL enable_hashjoin = off");
        handle.execute("SET LOCAL enable_mergejoin = off");
        return handle.createQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) "
                        + JdbiUserEvents.REMOVE_BEFORE
                                .replace(":before", "now() - interval '30 days'")
                                .replace(":batch", "2000"))
                .mapTo(String.class)
                .list();
    }
}
