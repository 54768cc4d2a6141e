package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs as soon as it is created. */
@Breaks("12-creating-starts-nothing")
public final class EagerRelay {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    public EagerRelay(Runnable work) {
        var unused = executor.scheduleWithFixedDelay(work, 0, 1, TimeUnit.SECONDS);
    }

    /** Stops the work. */
    public void stop() {
        executor.shutdownNow();
    }
}
