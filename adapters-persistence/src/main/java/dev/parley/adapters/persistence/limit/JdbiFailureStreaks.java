package dev.parley.adapters.persistence.limit;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.shared.UnavailableException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streaks as rows: they are locked, changed by the domain, and stored. */
public final class JdbiFailureStreaks implements FailureStreaks {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiFailureStreaks.class);

    private static final String FIND = """
            SELECT failures, last_at
            FROM failure_streak
            WHERE key_digest = :key
            """;

    /** Also updates an existing row: a row that is only read could be deleted before it is locked. */
    private static final String LOCK = """
            INSERT INTO failure_streak (key_digest, failures, last_at)
            VALUES (:key, :none, :never)
            ON CONFLICT (key_digest) DO UPDATE SET failures = failure_streak.failures
            RETURNING failures, last_at
            """;

    private static final String STORE = """
            UPDATE failure_streak
            SET failures = :failures, last_at = :lastAt
            WHERE key_digest = :key
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

    private static final RowMapper<FailureStreak> STREAKS =
            (row, context) -> new FailureStreak(row.getInt("failures"), Rows.time(row, "last_at"));

    private final StateStore store;

    public JdbiFailureStreaks(StateStore store) {
        this.store = store;
    }

    @Override
    public FailureStreak find(LimitKey key) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("key", bytes(key))
                .map(STREAKS)
                .findOne()
                .orElse(FailureStreak.NONE));
    }

    @Override
    public void change(LimitKey key, UnaryOperator<FailureStreak> change) {
        store.inTransaction(handle -> store(handle, key, change.apply(locked(handle, key))));
    }

    private static FailureStreak locked(Handle handle, LimitKey key) {
        return handle.createQuery(LOCK)
                .bind("key", bytes(key))
                .bind("none", FailureStreak.NONE.count())
                .bind("never", FailureStreak.NONE.lastAt())
                .map(STREAKS)
                .one();
    }

    private static int store(Handle handle, LimitKey key, FailureStreak streak) {
        return handle.createUpdate(STORE)
                .bind("key", bytes(key))
                .bind("failures", streak.count())
                .bind("lastAt", streak.lastAt())
                .execute();
    }

    @Override
    public void end(LimitKey key) {
        try {
            store.with(
                    handle -> handle.createUpdate(END).bind("key", bytes(key)).execute());
        } catch (UnavailableException e) {
            LOG.warn("Could not reset a streak of failures; it stays until it expires: {}", e.getMessage());
        }
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
