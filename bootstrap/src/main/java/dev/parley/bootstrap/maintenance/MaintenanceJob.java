package dev.parley.bootstrap.maintenance;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * A maintenance job. Every node runs it; nodes skip the rows that another works on.
 *
 * @param done its result, as the log has it after a number: "expired sessions forgotten"
 * @param much from this count on, the job runs again soon; otherwise after the interval
 * @param work one step, short enough to delay no request; returns the count
 */
public record MaintenanceJob(String done, Duration interval, int much, IntSupplier work) {

    public MaintenanceJob {
        if (much < 1) {
            throw new IllegalArgumentException("expected a count of at least 1, found " + much);
        }
    }

    /** A job that runs again soon until it finds nothing. */
    public MaintenanceJob(String done, Duration interval, IntSupplier work) {
        this(done, interval, 1, work);
    }

    /** Whether it runs again soon after this count. */
    boolean continuesAfter(int count) {
        return count >= much;
    }
}
