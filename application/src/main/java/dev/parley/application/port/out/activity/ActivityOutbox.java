package dev.parley.application.port.out.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Activities that have happened and wait for the log store.
 *
 * <p>An activity is recorded in the unit of work of what it reports: either both are there or neither.
 */
public interface ActivityOutbox {

    /** Most entries that one {@link #oldest} returns. */
    int MAX_BATCH = 1000;

    /**
     * Records an activity and gives it its id.
     *
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     */
    void record(Activity activity);

    /**
     * The entries that wait longest, oldest first.
     *
     * @param limit 1 to {@value #MAX_BATCH}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Entry> oldest(int limit);

    /** Removes the entries that are in the log store now; ids that are not here are passed over. */
    void remove(Set<ActivityId> ids);

    Backlog backlog();

    /** An activity and the id that it keeps for ever. */
    record Entry(ActivityId id, Activity activity) {}

    /**
     * What waits.
     *
     * @param oldestAt time of the activity that waits longest; empty if none does
     */
    record Backlog(long count, Optional<Instant> oldestAt) {}
}
