package dev.parley.application.port.in.activity;

import dev.parley.application.port.in.activity.ReadActivityUseCase.Line;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** A user reads what the activity log has of what they did themselves. What others did to them is not theirs to know. */
public interface ReadOwnActivityUseCase {

    /** Most lines that one reading gives. */
    int MAX_LIMIT = 200;

    /** Newest first; no more than the query's limit. It may lack what happened a moment ago. */
    List<Line> read(Query query);

    /**
     * @param before position before which to go on; empty for the newest
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {}
}
