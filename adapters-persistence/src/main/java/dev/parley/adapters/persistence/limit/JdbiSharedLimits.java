package dev.parley.adapters.persistence.limit;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.TokenBucket;
import dev.parley.domain.shared.UnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets as rows: they are locked, changed by the domain, and stored. Every transaction locks its rows in the same order, so
 * that no two of them can deadlock.
 */
public final class JdbiSharedLimits implements SharedLimits {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiSharedLimits.class);

    /** Also updates an existing row: a row that is only read could be deleted before it is locked. */
    private static final String LOCK = """
            INSERT INTO rate_limit (limit_name, key_digest, full_at)
            SELECT permit.limit_name, permit.key_digest, :now
            FROM unnest(:names, :keys) AS permit (limit_name, key_digest)
            ORDER BY permit.limit_name, permit.key_digest
            ON CONFLICT (limit_name, key_digest) DO UPDATE SET full_at = rate_limit.full_at
            RETURNING limit_name, key_digest, full_at
            """;

    private static final String STORE = """
            UPDATE rate_limit
            SET full_at = permit.full_at
            FROM unnest(:names, :keys, :times) AS permit (limit_name, key_digest, full_at)
            WHERE rate_limit.limit_name = permit.limit_name AND rate_limit.key_digest = permit.key_digest
            """;

    /** Scans the whole table. It has one row for each bucket used within the fill time of the longest limit. */
    private static final String REMOVE_FULL = """
            DELETE FROM rate_limit
            WHERE (limit_name, key_digest) IN (
                SELECT limit_name, key_digest FROM rate_limit WHERE full_at <= :now LIMIT 5000 FOR UPDATE SKIP LOCKED
            )
            """;

    private final StateStore store;

    public JdbiSharedLimits(StateStore store) {
        this.store = store;
    }

    @Override
    public PermitResults take(List<NeededPermit> permits, Instant now) {
        return permits.isEmpty()
                ? PermitResults.NONE
                : changing(handle -> new LockedBuckets(handle, permits, now).take());
    }

    @Override
    public PermitResults refund(List<NeededPermit> permits, Instant now) {
        try {
            return permits.isEmpty()
                    ? PermitResults.NONE
                    : changing(handle -> new LockedBuckets(handle, permits, now).refund());
        } catch (UnavailableException e) {
            LOG.warn("Could not refund rate-limit permits; they return with time: {}", e.getMessage());
            return PermitResults.NONE;
        }
    }

    private PermitResults changing(Function<Handle, PermitResults> change) {
        return store.with(handle -> {
            if (handle.isInTransaction()) {
                throw new IllegalStateException("rate limits need a transaction of their own, but one is open");
            }
            return handle.inTransaction(change::apply);
        });
    }

    @Override
    public int removeFull(Instant now) {
        return store.with(
                handle -> handle.createUpdate(REMOVE_FULL).bind("now", now).execute());
    }

    /** The buckets of the permits. No other transaction can change them until this one ends. */
    private record LockedBuckets(
            Handle handle, List<NeededPermit> permits, Instant now, Map<BucketKey, TokenBucket> buckets) {

        private record BucketKey(String limit, String key) {

            static BucketKey of(NeededPermit permit) {
                return new BucketKey(permit.limit().name(), permit.key().digest());
            }
        }

        LockedBuckets(Handle handle, List<NeededPermit> permits, Instant now) {
            this(handle, permits, now, lock(handle, permits, now));
        }

        private static Map<BucketKey, TokenBucket> lock(Handle handle, List<NeededPermit> permits, Instant now) {
            List<BucketKey> rows = permits.stream().map(BucketKey::of).toList();
            return handle
                    .createQuery(LOCK)
                    .bind("now", now)
                    .bind("names", Column.text(rows, BucketKey::limit))
                    .bind("keys", Column.bytes(rows, BucketKey::key))
                    .map((row, context) -> Map.entry(
                            new BucketKey(row.getString("limit_name"), Rows.hex(row, "key_digest")),
                            new TokenBucket(Rows.time(row, "full_at"))))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        PermitResults take() {
            PermitResults found = results();
            return found.areGranted() ? stored(permit -> bucketOf(permit).take(permit.limit(), now)) : found;
        }

        PermitResults refund() {
            return stored(permit -> bucketOf(permit).refund(permit.limit(), now));
        }

        private PermitResults stored(Function<NeededPermit, TokenBucket> change) {
            Map<BucketKey, TokenBucket> changed = permits.stream().collect(Collectors.toMap(BucketKey::of, change));
            List<Map.Entry<BucketKey, TokenBucket>> rows = List.copyOf(changed.entrySet());
            handle.createUpdate(STORE)
                    .bind("names", Column.text(rows, row -> row.getKey().limit()))
                    .bind("keys", Column.bytes(rows, row -> row.getKey().key()))
                    .bind("times", Column.time(rows, row -> row.getValue().fullAt()))
                    .execute();
            return new LockedBuckets(handle, permits, now, changed).results().granted();
        }

        private PermitResults results() {
            return new PermitResults(permits.stream()
                    .map(permit -> bucketOf(permit).look(permit.limit(), now))
                    .toList());
        }

        private TokenBucket bucketOf(NeededPermit permit) {
            return buckets.getOrDefault(BucketKey.of(permit), TokenBucket.FULL);
        }
    }
}
