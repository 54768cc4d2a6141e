package dev.parley.application.service.activity;

import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.application.port.out.activity.ActivityLog.LogEntry;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The log store keeps only ids; the current names come from the state store. */
public final class ActivityQueriesService implements ActivityQueries {

    private final ActivityLog log;
    private final Users users;

    public ActivityQueriesService(ActivityLog log, Users users) {
        this.log = log;
        this.users = users;
    }

    @Override
    public Result read(Query query) {
        Optional<UserId> user = query.user().flatMap(users::find).map(User::id);
        if (query.user().isPresent() && user.isEmpty()) {
            return new Result.NoSuchUser();
        }
        return new Result.Lines(lines(entries(new Filter(user, query.type()), query)));
    }

    @Override
    public List<Line> readOwn(OwnQuery query) {
        PageLimit.require(query.limit(), MAX_OWN_LINES);
        return lines(log.readBackwards(query.actor(), query.type(), query.before(), query.limit()));
    }

    private List<LogEntry> entries(Filter filter, Query query) {
        return switch (query.from()) {
            case From.After(long position) -> log.readAfter(position, filter, query.limit());
            case From.End() -> log.readNewest(filter, query.limit());
        };
    }

    private List<Line> lines(List<LogEntry> entries) {
        Names names = new Names(users.names(entries.stream()
                .flatMap(entry -> entry.activity().people().stream())
                .collect(Collectors.toSet())));
        return entries.stream()
                .map(entry -> Line.of(entry.position(), entry.id(), entry.activity(), names))
                .toList();
    }
}
