package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends, reads, blocks and releases between a few users, from many threads. A deadlock would be an outage and fail the run.
 * Afterwards the counts of every conversation must match its messages and read receipts. Held notes to oneself are visible, so
 * they count as unread.
 */
final class EverythingAtOnceTest extends WithStores {

    private static final long SEED = 20_261_122;
    private static final int THREADS = 8;
    private static final int STEPS = 60;

    private static final String HEADS_THAT_MISCOUNT = """
            WITH truth AS (
                SELECT conversation_id, receiver_id,
                    count(*) FILTER (WHERE visible_at IS NULL) AS held,
                    count(*) FILTER (WHERE (visible_at IS NOT NULL OR sender_id = receiver_id) AND NOT EXISTS (
                        SELECT FROM read_receipt AS reading
                        WHERE reading.conversation_id = message.conversation_id
                            AND reader_id = receiver_id
                            AND up_to_place >= place
                            AND read_at >= coalesce(visible_at, sent_at)
                    )) AS unread
                FROM message
                GROUP BY conversation_id, receiver_id
            )
            SELECT conversation.id
            FROM conversation
            LEFT JOIN truth AS low ON low.conversation_id = id AND low.receiver_id = low_id
            LEFT JOIN truth AS high ON high.conversation_id = id AND high.receiver_id = high_id AND high_id <> low_id
            WHERE (low_held, low_unread, high_held, high_unread)
                    <> (coalesce(low.held, 0), coalesce(low.unread, 0), coalesce(high.held, 0), coalesce(high.unread, 0))
                OR last_place <> (SELECT count(*) FROM message WHERE conversation_id = conversation.id)
                OR last_place <> (SELECT max(place) FROM message WHERE conversation_id = conversation.id)
            """;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.serving(POSTGRES.emptied(), Ticker.systemTicker(), 1000);
    }

    @Test
    void concurrentStepsNeverDeadlockAndEveryCountIsConsistent() {
        Property.holdsFrom(SEED, random -> takeSteps(random.nextLong()));
    }

    private void takeSteps(long seed) {
        List<UserId> users =
                Stream.of("anna", "bo", "carla").map(this::registered).toList();

        ConcurrentRun.of(THREADS, STEPS).run((thread, step) -> {
            Random random = new Random(seed + thread * 1000L + step);
            UserId one = users.get(random.nextInt(users.size()));
            UserId other = users.get(random.nextInt(users.size()));
            takeAStep(random.nextInt(10), one, other);
        });

        List<String> miscounting = POSTGRES.stateAsOwner()
                .withHandle(handle -> handle.createQuery(HEADS_THAT_MISCOUNT)
                        .mapTo(String.class)
                        .list());
        assertThat(miscounting).isEmpty();
        assertThat(waiting()).hasSizeGreaterThan(THREADS * STEPS / 3);
    }

    private void takeAStep(int kind, UserId one, UserId other) {
        switch (kind) {
            case 0 -> block(one, other);
            case 1, 2 -> unblock(one, other, NOW);
            case 3, 4 -> read(one, other, NOW);
            default -> send(one, other, "hello");
        }
    }
}
