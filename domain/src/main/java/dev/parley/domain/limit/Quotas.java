package dev.parley.domain.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The results of all rate limits that apply to one operation; empty where no limit applies. */
public record Quotas(List<Quota> all) {

    public static final Quotas NONE = new Quotas(List.of());

    public Quotas {
        all = List.copyOf(all);
    }

    public static Quotas of(Quota quota) {
        return new Quotas(List.of(quota));
    }

    /** Whether every limit granted its permit. */
    public boolean areGranted() {
        return all.stream().allMatch(Quota::isGranted);
    }

    /** The same numbers, all marked as granted. */
    public Quotas granted() {
        return new Quotas(all.stream().map(Quota::granted).toList());
    }

    /** Time until all permits could be granted; zero if they were. */
    public Duration untilNext() {
        return all.stream().map(Quota::untilNext).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public Quotas and(Quotas others) {
        return others.all.isEmpty()
                ? this
                : new Quotas(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** The tightest result of each limit, ordered by the first occurrence of the limit. */
    public List<Quota> tightest() {
        if (all.size() < 2) {
            return all;
        }
        Map<String, Quota> byLimit = new LinkedHashMap<>();
        all.forEach(quota ->
                byLimit.merge(quota.limit().name(), quota, (one, other) -> other.isTighterThan(one) ? other : one));
        return List.copyOf(byLimit.values());
    }
}
