package dev.parley.domain.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody has of all limits that were asked for one thing; there are none where nothing is limited. */
public record Quotas(List<Quota> all) {

    public static final Quotas NONE = new Quotas(List.of());

    public Quotas {
        all = List.copyOf(all);
    }

    public static Quotas of(Quota quota) {
        return new Quotas(List.of(quota));
    }

    /** Whether every limit has granted it. */
    public boolean areGranted() {
        return all.stream().allMatch(Quota::isGranted);
    }

    /** The same, of what was granted. */
    public Quotas granted() {
        return new Quotas(all.stream().map(Quota::granted).toList());
    }

    /** How long until it could be granted; zero if it was. */
    public Duration untilNext() {
        return all.stream().map(Quota::untilNext).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public Quotas and(Quotas others) {
        return others.all.isEmpty()
                ? this
                : new Quotas(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** One of each limit, in the order of the first ones: the tightest, which is what holds. */
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
