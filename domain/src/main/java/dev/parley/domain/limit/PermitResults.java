package dev.parley.domain.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The results of all rate limits that apply to one operation; empty where no limit applies. */
public record PermitResults(List<PermitResult> all) {

    public static final PermitResults NONE = new PermitResults(List.of());

    public PermitResults {
        all = List.copyOf(all);
    }

    public static PermitResults of(PermitResult result) {
        return new PermitResults(List.of(result));
    }

    /** Whether every limit granted its permit. */
    public boolean areGranted() {
        return all.stream().allMatch(PermitResult::isGranted);
    }

    /** The same numbers, all marked as granted. */
    public PermitResults granted() {
        return new PermitResults(all.stream().map(PermitResult::granted).toList());
    }

    /** Time until all permits could be granted; zero if they were. */
    public Duration untilNext() {
        return all.stream()
                .map(PermitResult::untilNext)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    public PermitResults and(PermitResults others) {
        return others.all.isEmpty()
                ? this
                : new PermitResults(
                        Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** The tightest result of each limit, ordered by the first occurrence of the limit. */
    public List<PermitResult> tightest() {
        if (all.size() < 2) {
            return all;
        }
        Map<String, PermitResult> byLimit = new LinkedHashMap<>();
        all.forEach(result ->
                byLimit.merge(result.limit().name(), result, (one, other) -> other.isTighterThan(one) ? other : one));
        return List.copyOf(byLimit.values());
    }
}
