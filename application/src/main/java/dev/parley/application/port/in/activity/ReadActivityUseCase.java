package dev.parley.application.port.in.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operator reads the activity log. */
public interface ReadActivityUseCase {

    /** Most lines that one reading gives. */
    int MAX_LINES = 1000;

    Result read(Query query);

    /**
     * @param user only activities in which they are actor or subject
     * @param from where to begin
     * @param limit 1 to {@value #MAX_LINES}
     */
    record Query(Optional<Username> user, Optional<ActivityType> type, From from, int limit) {}

    /** Where a reading begins. */
    sealed interface From {

        /** @param position of the last line seen; 0 for the very first */
        record After(long position) implements From {}

        /** So that the newest {@code limit} lines are read. */
        record End() implements From {}
    }

    /** What came of it. */
    sealed interface Result {

        /** @param lines oldest first */
        record Lines(List<Line> lines) implements Result {}

        record NoSuchUser() implements Result {}
    }

    /**
     * An activity with the names that its users have now.
     *
     * @param position rises from line to line
     */
    record Line(long position, ActivityId id, Activity activity, Optional<Username> actor, Optional<Username> subject) {

        /** @param names of the activity's users, as far as they are known; others may be among them */
        public static Line of(long position, ActivityId id, Activity activity, Map<UserId, Username> names) {
            return new Line(position, id, activity, nameOf(activity.actor(), names), nameOf(activity.subject(), names));
        }

        private static Optional<Username> nameOf(Optional<UserId> user, Map<UserId, Username> names) {
            return user.flatMap(id -> Optional.ofNullable(names.get(id)));
        }
    }
}
