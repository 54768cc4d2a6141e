package dev.parley.application.port.out.activity;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Activities that wait to be relayed to the log store.
 *
 * <p>An activity is recorded in the same unit of work as the change that it reports, so either both are stored or neither.
 */
public interface ActivityOutbox {

    /** Maximum number of entries that {@link #oldest} returns. */
    int MAX_BATCH = 1000;

    /**
     * Records an activity and assigns its id.
     *
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     */
    void record(Activity activity);

    /**
     * Returns the entries that have waited longest, oldest first.
     *
     * @param limit 1 to {@value #MAX_BATCH}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<RecordedActivity> oldest(int limit);

    /** Removes entries that are now in the log store; unknown ids are ignored. */
    void remove(Set<ActivityId> ids);

    Backlog backlog();

    /**
     * The waiting activities, in numbers.
     *
     * @param oldestAt time of the activity that has waited longest; empty if none waits
     */
    record Backlog(long count, Optional<Instant> oldestAt) {}
}
