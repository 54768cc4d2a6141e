package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much there is, a group of readings reads what it gives, in connections such as the pool's. */
final class EventReadingPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** A generic plan knows none of the values: what a prepared statement gets after a few uses. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void aGroupIsReadAlongIndexesAsFarAsItIsWanted(String mode) {
        List<String> plan = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            fill(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            handle.execute("SET LOCAL enable_seqscan = off");
            handle.execute("SET LOCAL enable_hashjoin = off");
            handle.execute("SET LOCAL enable_mergejoin = off");
            prepare(handle);
            return handle.createQuery(
                            "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE readings"
                                    + " ('{1,500,999}', '{1,500,998}', '{0,395,NULL}', '{20,20,20}', 1048576)")
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan)
                .anyMatch(line -> line.matches(
                        ".*Index Scan using user_event_pkey on user_event.* [(]actual rows=8[.]33 loops=3[)]"))
                .anyMatch(line -> line.contains("Index Scan using message_pkey on message (actual rows=1.00 loops=25"))
                .anyMatch(line -> line.contains("using session_id_key on session (actual rows=1.00 loops=3"))
                .anyMatch(line -> line.contains("using user_head_pkey on user_head (actual rows=1.00 loops=3"))
                .noneMatch(line -> line.matches(".*(Seq Scan on (?!event_epoch)|Gather|Hash|JIT|by Join Filter).*"));
    }

    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO app_user (id, username, password_hash, registered_at)
                OVERRIDING SYSTEM VALUE
                SELECT i, 'user' || i, '$fake$', now() FROM generate_series(1, 1000) AS i;
                INSERT INTO user_head (user_id, event_seq)
                SELECT i, 400 FROM generate_series(1, 1000) AS i
                ON CONFLICT (user_id) DO UPDATE SET event_seq = excluded.event_seq;
                INSERT INTO session (token_digest, id, user_id, created_at, last_seen_at, expires_at)
                OVERRIDING SYSTEM VALUE
                SELECT sha256(i::text::bytea), i, i, now(), now(), now() FROM generate_series(1, 1000) AS i;
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT i, 1, i, i, 1 + i % 1000, 'hello', now(), now() FROM generate_series(1, 1000) AS i;
                INSERT INTO user_event (user_id, seq, at, type, conversation_id, place, peer_id)
                SELECT i, seq, now(), 'MESSAGE_CREATED', i, 1, 1 + i % 1000
                FROM generate_series(1, 400) AS seq, generate_series(1, 1000, 3) AS i;
                INSERT INTO user_event (user_id, seq, at, type, conversation_id, place, peer_id)
                SELECT 500, seq, now(), 'MESSAGE_CREATED', 500, 1, 1 FROM generate_series(1, 400) AS seq
                ON CONFLICT DO NOTHING;
                ANALYZE app_user;
                ANALYZE session;
                ANALYZE message;
                ANALYZE user_event;
                ANALYZE user_head
                """).execute();
    }

    private static void prepare(Handle handle) {
        handle.execute("DEALLOCATE ALL");
        handle.execute("PREPARE readings (bigint[], bigint[], bigint[], bigint[], bigint) AS "
                + JdbiEventPages.READ
                        .replace(":users", "$1")
                        .replace(":sessions", "$2")
                        .replace(":afters", "$3")
                        .replace(":limits", "$4")
                        .replace(":bytes", "$5"));
    }
}
