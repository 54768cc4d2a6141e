package dev.parley.application.port.in.session;

import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** A user looks at where they are logged in. */
public interface ListSessionsUseCase {

    /** Most sessions that one reading gives. */
    int MAX_LIMIT = 200;

    /** The user's open sessions in the order of {@link SessionPlace}; no more than the query's limit. */
    List<Session> list(Query query);

    /**
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId user, Optional<SessionPlace> after, int limit) {}
}
