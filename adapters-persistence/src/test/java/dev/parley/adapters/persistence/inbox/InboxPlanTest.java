package dev.parley.adapters.persistence.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inbox reads only the conversations of its owner and the messages that it returns. */
final class InboxPlanTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** A prepared statement gets a generic plan after a few uses. That plan uses none of the values. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void inboxIsReadAlongIndexesWithoutParallelWorkers(String mode) {
        String text = POSTGRES.emptied().stateAsOwner().inTransaction(handle -> {
            fill(handle);
            handle.execute("SET LOCAL plan_cache_mode = " + mode);
            prepare(handle);
            return String.join("\n", plan(handle, "inbox (5000, false, NULL, NULL, 51, 1048576)"))
                    + String.join("\n", plan(handle, "inbox (5000, true, now(), 7, 201, 1048576)"))
                    + String.join("\n", plan(handle, "unread (5000)"));
        });

        assertThat(text)
                .contains(
                        "conversation_low_id_high_id_key",
                        "conversation_high_id",
                        "message_pkey",
                        "user_head_pkey",
                        "Only Scan using block_")
                .doesNotContain("Seq Scan", "Gather", "Parallel", "Hash");
    }

    /** The owner has conversations with a thousand users, half of them on either side. Other users have more. */
    private static void fill(Handle handle) {
        handle.createScript("""
                INSERT INTO app_user (id, username, password_hash, registered_at)
                OVERRIDING SYSTEM VALUE
                SELECT i, 'user' || i, '$fake$', now() FROM generate_series(1, 6000) AS i;
                INSERT INTO conversation
                    (id, low_id, high_id, last_place, latest_at,
                    low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
                    high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at)
                SELECT row_number() OVER (ORDER BY md5(low || '-' || high)), low, high, 2, now(),
                    1, 0, 0, 1, 2, now(), 1, 0, 0, 1, 2, now()
                FROM (
                    SELECT least(i, 5000) AS low, greatest(i, 5000) AS high
                    FROM generate_series(4500, 5500) AS i
                    UNION
                    SELECT i, i + step FROM generate_series(1, 4000) AS i, generate_series(1, 3) AS step
                ) AS pair;
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT id, place, 2 * id + place, low_id, high_id, 'hello', now(), now()
                FROM conversation, generate_series(1, 2) AS place;
                INSERT INTO user_head (user_id, event_seq, erased)
                SELECT i, 0, i % 10 = 0 FROM generate_series(1, 6000) AS i
                ON CONFLICT (user_id) DO UPDATE SET erased = excluded.erased;
                INSERT INTO block (blocker_id, blocked_id, since)
                SELECT 5000, i, now() FROM generate_series(4600, 4700) AS i
                UNION ALL
                SELECT i, 4600 + i % 100, now() FROM generate_series(1, 4000) AS i;
                ANALYZE conversation;
                ANALYZE message;
                ANALYZE user_head;
                ANALYZE block
                """).execute();
    }

    private static void prepare(Handle handle) {
        handle.execute("DEALLOCATE ALL");
        handle.execute("PREPARE inbox (bigint, boolean, timestamptz, bigint, int, bigint) AS "
                + JdbiInboxes.LIST
                        .replace(":owner", "$1")
                        .replace(":unreadOnly", "$2")
                        .replace(":afterShown", "$3")
                        .replace(":afterId", "$4")
                        .replace(":limit", "$5")
                        .replace(":bytes", "$6"));
        handle.execute("PREPARE unread (bigint) AS " + JdbiInboxes.COUNT_UNREAD.replace(":owner", "$1"));
    }

    private static List<String> plan(Handle handle, String statement) {
        return handle.createQuery(
                        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE " + statement)
                .mapTo(String.class)
                .list();
    }
}
