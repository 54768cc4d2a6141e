package dev.parley.bootstrap.maintenance;

import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the maintenance jobs of a node, one at a time. A job that finds much runs again soon, between the others. A job that fails
 * runs again after its interval. No job runs while the node must not work.
 */
public final class Maintenance implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    /** Leaves room for requests and for the other jobs. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(50);

    /** About a minute. */
    private static final int LOGGED_AFTER = 1_000;

    private final List<MaintenanceJob> jobs;
    private final Supplier<Optional<String>> obstacle;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("maintenance").daemon().factory());

    private boolean isHeldUp;

    /** @param obstacle why the node must not work now; empty if it may */
    public Maintenance(List<MaintenanceJob> jobs, Supplier<Optional<String>> obstacle) {
        this.jobs = List.copyOf(jobs);
        this.obstacle = obstacle;
    }

    @Override
    public void start() {
        jobs.forEach(this::schedule);
    }

    private void schedule(MaintenanceJob job) {
        schedule(new Turn(job, 0, 0), job.interval());
    }

    private void schedule(Turn turn, Duration delay) {
        try {
            var unused = executor.schedule(() -> run(turn), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped the maintenance job \"{}\"", turn.job().done(), e);
        }
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    private void run(Turn turn) {
        int count = mayWork() ? count(turn.job()) : 0;
        Turn next = turn.with(count);
        boolean continues = turn.job().continuesAfter(count);
        if (!continues || next.steps() == LOGGED_AFTER) {
            next.log();
            next = new Turn(turn.job(), 0, 0);
        }
        schedule(next, continues ? BETWEEN_STEPS : turn.job().interval());
    }

    /** Logs each change. */
    private boolean mayWork() {
        Optional<String> reason = obstacle.get();
        if (reason.isPresent() && !isHeldUp) {
            LOG.warn("Maintenance jobs pause: {}", reason.get());
        } else if (reason.isEmpty() && isHeldUp) {
            LOG.info("Maintenance jobs run again");
        }
        isHeldUp = reason.isPresent();
        return reason.isEmpty();
    }

    /** 0 if the job failed: it runs again after its interval. */
    private static int count(MaintenanceJob job) {
        try {
            return job.work().getAsInt();
        } catch (UnavailableException e) {
            LOG.debug("Failed to run the maintenance job \"{}\", retrying after its interval", job.done(), e);
        } catch (RuntimeException e) { // an uncaught one would end the job
            LOG.error("Failed to run the maintenance job \"{}\", retrying after its interval", job.done(), e);
        }
        return 0;
    }

    /**
     * A job that runs until it finds little.
     *
     * @param steps since the last log line
     * @param total of their counts
     */
    private record Turn(MaintenanceJob job, int steps, long total) {

        Turn with(int count) {
            return new Turn(job, steps + 1, total + count);
        }

        void log() {
            if (total > 0) {
                LOG.info("{} {}", total, job.done());
            }
        }
    }
}
