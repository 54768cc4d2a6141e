package dev.parley.adapters.persistence.limit;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import java.util.HexFormat;
import org.jdbi.v3.core.result.RowView;

/** Streaks as rows. */
public final class JdbiFailureStreaks implements FailureStreaks {

    private static final String FIND = """
            SELECT failures, last_at
            FROM failure_streak
            WHERE key_digest = :key
            """;

    private static final String ADD = """
            INSERT INTO failure_streak (key_digest, failures, last_at)
            VALUES (:key, 1, :now)
            ON CONFLICT (key_digest) DO UPDATE
            SET failures = CASE
                    WHEN failure_streak.last_at < :forgottenBefore THEN 1
                    ELSE least(failure_streak.failures + 1, 1000000)
                END,
                last_at = excluded.last_at
            """;

    private static final String END = """
            DELETE FROM failure_streak
            WHERE key_digest = :key
            """;

    private static final String REMOVE_BEFORE = """
            DELETE FROM failure_streak
            WHERE key_digest IN (
                SELECT key_digest FROM failure_streak WHERE last_at < :before LIMIT 5000 FOR UPDATE SKIP LOCKED
            )
            """;

    private final StateStore store;

    public JdbiFailureStreaks(StateStore store) {
        this.store = store;
    }

    @Override
    public FailureStreak find(LimitKey key) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("key", bytes(key))
                .map((RowView row) -> new FailureStreak(
                        row.getColumn("failures", Integer.class), row.getColumn("last_at", Instant.class)))
                .findOne()
                .orElse(FailureStreak.NONE));
    }

    @Override
    public void add(LimitKey key, Instant now, Instant forgottenBefore) {
        store.with(handle -> handle.createUpdate(ADD)
                .bind("key", bytes(key))
                .bind("now", now)
                .bind("forgottenBefore", forgottenBefore)
                .execute());
    }

    @Override
    public void end(LimitKey key) {
        store.with(handle -> handle.createUpdate(END).bind("key", bytes(key)).execute());
    }

    @Override
    public int removeBefore(Instant before) {
        return store.with(handle ->
                handle.createUpdate(REMOVE_BEFORE).bind("before", before).execute());
    }

    private static byte[] bytes(LimitKey key) {
        return HexFormat.of().parseHex(key.digest());
    }
}
