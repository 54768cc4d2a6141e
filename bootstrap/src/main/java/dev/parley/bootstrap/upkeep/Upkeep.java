package dev.parley.bootstrap.upkeep;

import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the chores of a node while it runs, one at a time. One that fails is done again when its time has come. */
public final class Upkeep implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final List<Chore> chores;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    public Upkeep(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    @Override
    public void start() {
        chores.forEach(this::schedule);
    }

    private void schedule(Chore chore) {
        long interval = chore.interval().toMillis();
        var unused = executor.scheduleWithFixedDelay( // it never throws: see run
                () -> run(chore), interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    private static void run(Chore chore) {
        try {
            int count = chore.work().getAsInt();
            if (count > 0) {
                LOG.info("{} {}", count, chore.done());
            }
        } catch (UnavailableException e) {
            LOG.debug("chore \"{}\" waits until the next time", chore.done(), e);
        } catch (RuntimeException e) { // an escaped one would end the chore for ever, unnoticed
            LOG.error("chore \"{}\" failed", chore.done(), e);
        }
    }
}
