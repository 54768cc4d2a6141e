package dev.parley.application.service.activity;

import dev.parley.application.port.in.activity.ReadActivityUseCase.Line;
import dev.parley.application.port.in.activity.ReadOwnActivityUseCase;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Logged;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.Names;
import java.util.List;
import java.util.stream.Collectors;

public final class ReadOwnActivityService implements ReadOwnActivityUseCase {

    private final ActivityLog log;
    private final Users users;

    public ReadOwnActivityService(ActivityLog log, Users users) {
        this.log = log;
        this.users = users;
    }

    @Override
    public List<Line> read(Query query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1.." + MAX_LIMIT + ", was " + query.limit());
        }
        List<Logged> found = log.readBackwards(query.actor(), query.type(), query.before(), query.limit());
        Names names = new Names(users.names(found.stream()
                .flatMap(entry -> entry.activity().people().stream())
                .collect(Collectors.toSet())));
        return found.stream()
                .map(entry -> Line.of(entry.position(), entry.id(), entry.activity(), names))
                .toList();
    }
}
