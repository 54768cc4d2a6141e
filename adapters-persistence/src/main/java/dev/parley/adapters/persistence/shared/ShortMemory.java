package dev.parley.adapters.persistence.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was just looked up, so that it need not be again: for a lifetime at most, counted from when it was asked for, and
 * until something of the user whose it is changes on this node. That something is not there is never kept.
 *
 * @param <K> what it is found by
 */
public final class ShortMemory<K, V> {

    private final Cache<K, Kept<V>> kept;
    private final Duration lifetime;
    private final Function<V, UserId> owner;
    private final Changes changes;
    private final Ticker ticker;

    /** @param most how many are kept; of others each costs a look */
    public ShortMemory(int most, Duration lifetime, Function<V, UserId> owner, Changes changes, Ticker ticker) {
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
        this.lifetime = lifetime;
        this.owner = owner;
        this.changes = changes;
        this.ticker = ticker;
    }

    /** @param look asks the database */
    public Optional<V> find(K key, Function<K, Optional<V>> look) {
        return Optional.ofNullable(kept.getIfPresent(key))
                .filter(this::isGood)
                .map(Kept::value)
                .or(() -> look(key, look));
    }

    /** Whether it was found not long ago; it may be old by now, and have changed. */
    public boolean knows(K key) {
        return kept.asMap().containsKey(key); // a look that is not counted as a use
    }

    public void forget(K key) {
        kept.invalidate(key);
    }

    private boolean isGood(Kept<V> one) {
        return ticker.read() - one.askedAt() < lifetime.toNanos()
                && changes.count(owner.apply(one.value())) == one.change();
    }

    /**
     * If anything changed while the database was asked, its answer may be of before: it is given, and not kept. What was kept
     * before it stays, which is not good any more, and known all the same.
     */
    private Optional<V> look(K key, Function<K, Optional<V>> look) {
        long askedAt = ticker.read();
        long before = changes.count();
        Optional<V> value = look.apply(key);
        if (value.isEmpty()) {
            kept.invalidate(key);
        }
        value.map(found -> new Kept<>(found, changes.count(owner.apply(found)), askedAt))
                .filter(found -> changes.count() == before)
                .ifPresent(found -> kept.put(key, found));
        return value;
    }

    /**
     * @param change how many changes there had been before the database was asked
     * @param askedAt when it was, in the ticker's nanoseconds
     */
    private record Kept<V>(V value, long change, long askedAt) {}
}
