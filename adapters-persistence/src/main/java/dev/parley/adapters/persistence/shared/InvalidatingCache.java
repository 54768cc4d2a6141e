package dev.parley.adapters.persistence.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cache whose entries expire after a lifetime, and when {@link Changes} counts a change of the user that owns the value.
 * Absent values are not cached.
 *
 * <p>Caffeine bounds the size. Its own invalidation is not enough: a value that was loaded before a change, and arrives after
 * it, must not enter the cache.
 */
public final class InvalidatingCache<K, V> {

    private final Cache<K, Entry<V>> entries;
    private final Duration lifetime;
    private final Function<V, UserId> owner;
    private final Changes changes;
    private final Ticker ticker;

    public InvalidatingCache(
            int maxSize, Duration lifetime, Function<V, UserId> owner, Changes changes, Ticker ticker) {
        this.entries = Caffeine.newBuilder().maximumSize(maxSize).build();
        this.lifetime = lifetime;
        this.owner = owner;
        this.changes = changes;
        this.ticker = ticker;
    }

    /** @param loader reads the value from the database */
    public Optional<V> get(K key, Function<K, Optional<V>> loader) {
        return Optional.ofNullable(entries.getIfPresent(key))
                .filter(this::isFresh)
                .map(Entry::value)
                .or(() -> load(key, loader));
    }

    /** Whether the cache has an entry for the key, which may be outdated. */
    public boolean contains(K key) {
        return entries.asMap().containsKey(key); // does not count as a use for the eviction
    }

    public void invalidate(K key) {
        entries.invalidate(key);
    }

    private boolean isFresh(Entry<V> entry) {
        return ticker.read() - entry.loadedAt() < lifetime.toNanos()
                && changes.count(owner.apply(entry.value())) == entry.change();
    }

    /**
     * A value is not cached if any user changed during the load, because it may be from before the change. An outdated entry
     * stays then: {@link #contains} still finds it.
     */
    private Optional<V> load(K key, Function<K, Optional<V>> loader) {
        long loadedAt = ticker.read();
        long before = changes.count();
        Optional<V> value = loader.apply(key);
        if (value.isEmpty()) {
            entries.invalidate(key);
        }
        value.map(found -> new Entry<>(found, changes.count(owner.apply(found)), loadedAt))
                .filter(entry -> changes.count() == before)
                .ifPresent(entry -> entries.put(key, entry));
        return value;
    }

    /**
     * @param change the count of the owner's group at the time of the load
     * @param loadedAt the start of the load, in nanoseconds of the ticker
     */
    private record Entry<V>(V value, long change, long loadedAt) {}
}
