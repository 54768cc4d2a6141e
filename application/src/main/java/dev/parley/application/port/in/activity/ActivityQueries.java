package dev.parley.application.port.in.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** Reads the activity log: an operator reads all of it, a user their own actions. */
public interface ActivityQueries {

    /** Maximum number of lines that an operator gets. */
    int MAX_LINES = 1000;

    /** Maximum number of lines that a user gets. */
    int MAX_OWN_LINES = 200;

    Result read(Query query);

    /**
     * Reads the actor's own actions, newest first; at most the query's limit. Actions of other users that concern the actor are
     * not included. The newest activities may be missing until they are relayed to the log.
     */
    List<Line> readOwn(OwnQuery query);

    /**
     * @param user returns only activities with this user as actor or subject
     * @param from where to start
     * @param limit 1 to {@value #MAX_LINES}
     */
    record Query(Optional<Username> user, Optional<ActivityType> type, From from, int limit) {}

    /**
     * @param before returns only lines before this position; empty to start with the newest
     * @param limit 1 to {@value #MAX_OWN_LINES}
     */
    record OwnQuery(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {}

    /** Where to start reading. */
    sealed interface From {

        /** @param position position of the last line read; 0 to start with the first */
        record After(long position) implements From {}

        /** Reads the newest {@code limit} lines. */
        record End() implements From {}
    }

    sealed interface Result {

        /** @param lines oldest first */
        record Lines(List<Line> lines) implements Result {}

        record NoSuchUser() implements Result {}
    }

    /**
     * An activity with the current names of its users.
     *
     * @param position ascending from line to line
     */
    record Line(long position, ActivityId id, Activity activity, Optional<Username> actor, Optional<Username> subject) {

        /** @param names names of users; those missing in it are empty in the line, others are ignored */
        public static Line of(long position, ActivityId id, Activity activity, Names names) {
            return new Line(
                    position,
                    id,
                    activity,
                    activity.actor().flatMap(names::find),
                    activity.subject().flatMap(names::find));
        }
    }
}
