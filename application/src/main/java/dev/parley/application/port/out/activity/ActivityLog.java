package dev.parley.application.port.out.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The log store: all activities, in the order of their arrival.
 *
 * <p>It is append-only: the store itself rejects changes and deletions.
 *
 * <p>Every method throws {@link dev.parley.domain.shared.UnavailableException} when the log store is unavailable.
 */
public interface ActivityLog {

    /** Maximum number of entries that one read returns. */
    int MAX_PAGE = 1000;

    /**
     * Appends the entries in their order, all or none; no reader sees a part of them. An entry whose id is already in the log
     * is skipped, so an append with unknown outcome can be retried. The log does not join units of work on the state store.
     *
     * <p>Even with concurrent appends, no new entry appears before a position that a reader has seen.
     */
    void append(List<RecordedActivity> entries);

    /**
     * Returns the entries after the position, oldest first.
     *
     * @param position 0 to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<LogEntry> readAfter(long position, Filter filter, int limit);

    /** Returns the newest entries, oldest first; limits as in {@link #readAfter}. */
    List<LogEntry> readNewest(Filter filter, int limit);

    /**
     * Returns activities of the actor before a position, newest first.
     *
     * @param before empty to start with the newest
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<LogEntry> readBackwards(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit);

    /** An entry with its position in the log; positions are ascending, with gaps. */
    record LogEntry(long position, ActivityId id, Activity activity) {}

    /**
     * Selects the entries that match all present criteria.
     *
     * @param user matches the actor or the subject
     */
    record Filter(Optional<UserId> user, Optional<ActivityType> type) {

        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty());
        }

        public boolean matches(Activity activity) {
            return type.map(wanted -> activity.type() == wanted).orElse(true)
                    && user.map(wanted -> activity.actor()
                                            .filter(wanted::equals)
                                            .isPresent()
                                    || activity.subject().filter(wanted::equals).isPresent())
                            .orElse(true);
        }
    }
}
