package dev.parley.application.testkit;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A log store of its own: it is no part of any unit of work on the state store. */
public final class InMemoryActivityLog implements ActivityLog {

    private final List<Logged> log = new ArrayList<>();

    @Override
    public synchronized void append(List<ActivityOutbox.Entry> entries) {
        for (ActivityOutbox.Entry entry : entries) {
            if (log.stream().noneMatch(logged -> logged.id().equals(entry.id()))) {
                log.add(new Logged(log.size() + 1L, entry.id(), entry.activity()));
            }
        }
    }

    @Override
    public synchronized List<Logged> readAfter(long position, Filter filter, int limit) {
        requireLimit(limit);
        return matching(filter)
                .filter(logged -> logged.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Logged> readNewest(Filter filter, int limit) {
        requireLimit(limit);
        List<Logged> matching = matching(filter).toList();
        return matching.subList(Math.max(0, matching.size() - limit), matching.size());
    }

    private Stream<Logged> matching(Filter filter) {
        return log.stream().filter(logged -> filter.matches(logged.activity()));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_PAGE);
        }
    }
}
