package dev.parley.application.port.out.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The log store: activities, for ever, in the order in which they arrived.
 *
 * <p>It can be appended to and read, nothing else; the store itself refuses to change or remove what it holds.
 *
 * <p>Every method throws {@link dev.parley.domain.shared.UnavailableException} when the log store cannot be used.
 */
public interface ActivityLog {

    /** Most entries that one reading returns. */
    int MAX_PAGE = 1000;

    /**
     * Appends the entries in their order, all or none; no reader ever sees a part of them. One whose id the log has
     * already is passed over, so that an append whose outcome is unknown can simply be repeated. The log takes no part
     * in any unit of work on the state store.
     *
     * <p>Whatever is appended at the same time, a reader who has seen a position will never find a new entry before it.
     */
    void append(List<ActivityOutbox.Entry> entries);

    /**
     * Entries after the position, oldest first.
     *
     * @param position 0 for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Logged> readAfter(long position, Filter filter, int limit);

    /** The newest entries, oldest of them first; limits as in {@link #readAfter}. */
    List<Logged> readNewest(Filter filter, int limit);

    /**
     * What the actor did, newest first, before a position.
     *
     * @param before empty for the newest
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Logged> readBackwards(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit);

    /** An entry and where it stands in the log; positions rise, with gaps. */
    record Logged(long position, ActivityId id, Activity activity) {}

    /**
     * Which entries to read: those that match everything that is present.
     *
     * @param user is the actor or the subject
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
