package dev.parley.application.port.in.session;

import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** A user lists their open sessions. */
public interface ListSessionsUseCase {

    /** Maximum number of sessions in a result. */
    int MAX_LIMIT = 200;

    /** The user's open sessions in the order of {@link SessionPlace}; at most the query's limit. */
    List<Session> list(Query query);

    /**
     * @param after the last session read; empty to start at the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId user, Optional<SessionPlace> after, int limit) {}
}
