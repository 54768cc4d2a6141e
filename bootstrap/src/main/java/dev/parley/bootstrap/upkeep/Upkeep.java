package dev.parley.bootstrap.upkeep;

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
 * Does the chores of a node while it runs, one at a time. One that has found much to do is done again soon, until it
 * does not: so it keeps up with whatever there is, and the others have their turns meanwhile. One that fails is done
 * again when its time has come. While the node must not work none of them is done.
 */
public final class Upkeep implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Room for requests, and for the other chores. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(50);

    /** About a minute. */
    private static final int LOGGED_AFTER = 1_000;

    private final List<Chore> chores;
    private final Supplier<Optional<String>> obstacle;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    private boolean isHeldUp;

    /** @param obstacle why the node must not work now; empty if it may */
    public Upkeep(List<Chore> chores, Supplier<Optional<String>> obstacle) {
        this.chores = List.copyOf(chores);
        this.obstacle = obstacle;
    }

    @Override
    public void start() {
        chores.forEach(this::schedule);
    }

    private void schedule(Chore chore) {
        schedule(new Turn(chore, 0, 0), chore.interval());
    }

    private void schedule(Turn turn, Duration delay) {
        try {
            var unused = executor.schedule(() -> run(turn), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("chore \"{}\" ends with the node", turn.chore().done(), e);
        }
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    private void run(Turn turn) {
        int count = mayWork() ? count(turn.chore()) : 0;
        Turn next = turn.with(count);
        boolean goesOn = turn.chore().goesOnAfter(count);
        if (!goesOn || next.steps() == LOGGED_AFTER) {
            next.log();
            next = new Turn(turn.chore(), 0, 0);
        }
        schedule(next, goesOn ? BETWEEN_STEPS : turn.chore().interval());
    }

    /** Logs when that changes. */
    private boolean mayWork() {
        Optional<String> reason = obstacle.get();
        if (reason.isPresent() && !isHeldUp) {
            LOG.warn("maintenance jobs pause: {}", reason.get());
        } else if (reason.isEmpty() && isHeldUp) {
            LOG.info("maintenance jobs run again");
        }
        isHeldUp = reason.isPresent();
        return reason.isEmpty();
    }

    /** Nothing if it failed: it is left until its time has come. */
    private static int count(Chore chore) {
        try {
            return chore.work().getAsInt();
        } catch (UnavailableException e) {
            LOG.debug("chore \"{}\" waits until the next time", chore.done(), e);
        } catch (RuntimeException e) { // an escaped one would end the chore for ever, unnoticed
            LOG.error("chore \"{}\" failed", chore.done(), e);
        }
        return 0;
    }

    /**
     * A chore that is done until not much is left to do.
     *
     * @param steps how often since it was logged
     * @param total how much that was
     */
    private record Turn(Chore chore, int steps, long total) {

        Turn with(int count) {
            return new Turn(chore, steps + 1, total + count);
        }

        void log() {
            if (total > 0) {
                LOG.info("{} {}", total, chore.done());
            }
        }
    }
}
