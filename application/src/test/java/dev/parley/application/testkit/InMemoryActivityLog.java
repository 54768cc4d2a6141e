package dev.parley.application.testkit;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A separate store that does not join units of work on the state store. */
public final class InMemoryActivityLog implements ActivityLog {

    private final List<LogEntry> log = new ArrayList<>();

    @Override
    public synchronized void append(List<RecordedActivity> entries) {
        for (RecordedActivity entry : entries) {
            if (log.stream().noneMatch(logged -> logged.id().equals(entry.id()))) {
                log.add(new LogEntry(log.size() + 1L, entry.id(), entry.activity()));
            }
        }
    }

    @Override
    public synchronized List<LogEntry> readAfter(long position, Filter filter, int limit) {
        requireLimit(limit);
        return matching(filter)
                .filter(logged -> logged.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<LogEntry> readNewest(Filter filter, int limit) {
        requireLimit(limit);
        List<LogEntry> matching = matching(filter).toList();
        return matching.subList(Math.max(0, matching.size() - limit), matching.size());
    }

    @Override
    public synchronized List<LogEntry> readBackwards(
            UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
        requireLimit(limit);
        return matching(new Filter(Optional.of(actor), type))
                .filter(logged -> logged.activity().actor().equals(Optional.of(actor)))
                .filter(logged -> before.stream().allMatch(position -> logged.position() < position))
                .sorted(Comparator.comparingLong(LogEntry::position).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<LogEntry> matching(Filter filter) {
        return log.stream().filter(logged -> filter.matches(logged.activity()));
    }

    private static void requireLimit(int limit) {
        PageLimit.require(limit, MAX_PAGE);
    }
}
