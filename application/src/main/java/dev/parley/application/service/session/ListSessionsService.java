package dev.parley.application.service.session;

import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import java.time.Clock;
import java.util.List;

public final class ListSessionsService implements ListSessionsUseCase {

    private final Sessions sessions;
    private final Clock clock;

    public ListSessionsService(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<Session> list(Query query) {
        return sessions.list(query.user(), clock.instant(), query.after(), query.limit());
    }
}
