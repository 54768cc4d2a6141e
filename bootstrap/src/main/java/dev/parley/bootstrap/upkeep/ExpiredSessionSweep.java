package dev.parley.bootstrap.upkeep;

import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets sessions that have expired, now and then: they let nobody in, but each is a row for ever otherwise. Every node
 * does it; what one is at the others pass over.
 */
public final class ExpiredSessionSweep implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredSessionSweep.class);

    private final Sessions sessions;
    private final Clock clock;
    private final Duration interval;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("expired-session-sweep").daemon().factory());

    public ExpiredSessionSweep(Sessions sessions, Clock clock, Duration interval) {
        this.sessions = sessions;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public void start() {
        var unused = executor.scheduleWithFixedDelay(
                this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS); // it never throws
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    private void sweep() {
        try {
            int removed = sessions.removeExpired(clock.instant());
            if (removed > 0) {
                LOG.info("forgot {} expired session(s)", removed);
            }
        } catch (UnavailableException e) {
            LOG.debug("expired sessions wait until the next time", e);
        } catch (RuntimeException e) {
            LOG.error("expired sessions could not be removed", e);
        }
    }
}
