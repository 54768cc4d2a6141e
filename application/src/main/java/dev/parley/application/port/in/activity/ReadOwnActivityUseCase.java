package dev.parley.application.port.in.activity;

import dev.parley.application.port.in.activity.ReadActivityUseCase.Line;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** A user reads their own actions from the activity log. Actions of other users that concern them are not included. */
public interface ReadOwnActivityUseCase {

    /** Maximum number of lines in a result. */
    int MAX_LIMIT = 200;

    /** Newest first; at most the query's limit. The newest activities may be missing until they are relayed to the log. */
    List<Line> read(Query query);

    /**
     * @param before returns only lines before this position; empty to start with the newest
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {}
}
