package dev.parley.bootstrap.relay;

import dev.parley.application.port.in.activity.RelayActivitiesUseCase;
import dev.parley.application.port.in.activity.RelayActivitiesUseCase.Turn;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the relay: turn after turn while there are more activities, and after a pause otherwise.
 *
 * <p>No failure of a turn ends the loop. A failure is logged once, and again only after it has changed or passed.
 */
public final class RelayLoop implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RelayActivitiesUseCase relay;
    private final Duration idle;
    private final BooleanSupplier mayWork;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("activity-relay").daemon().factory());
    private final AtomicReference<RelayState> state = new AtomicReference<>(new RelayState.Standby());
    private final AtomicLong relayed = new AtomicLong();

    /**
     * @param idle the pause when the outbox is empty, and after a failure
     * @param mayWork false while the database does not commit: each turn would leave a waiting connection behind
     */
    public RelayLoop(RelayActivitiesUseCase relay, Duration idle, BooleanSupplier mayWork) {
        this.relay = relay;
        this.idle = idle;
        this.mayWork = mayWork;
    }

    @Override
    public void start() {
        var unused = executor.scheduleWithFixedDelay( // turn() never throws
                this::runUntilEmpty, 0, idle.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Relays once more, so that a node that stops in order leaves nothing in the outbox. */
    @Override
    public void stop() throws InterruptedException {
        executor.execute(this::runUntilEmpty);
        executor.shutdown();
        if (!executor.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The activity relay did not finish within {}, leaving the rest in the outbox", STOP_LIMIT);
            executor.shutdownNow();
        }
        relay.resign();
    }

    public RelayState state() {
        return state.get();
    }

    /** The number of activities that this node has relayed since it started. */
    public long relayed() {
        return relayed.get();
    }

    private void runUntilEmpty() {
        boolean more = true;
        while (more && mayWork.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            more = turn();
        }
    }

    private boolean turn() {
        try {
            return settle(relay.relay());
        } catch (UnavailableException e) {
            fail(
                    e.getMessage()
                            + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()),
                    e);
        } catch (RuntimeException | Error e) { // otherwise the loop would end unnoticed
            fail(e.toString(), e);
        }
        return false;
    }

    private boolean settle(Turn turn) {
        return switch (turn) {
            case Turn.NotLeading() -> {
                enter(new RelayState.Standby());
                yield false;
            }
            case Turn.Relayed(int count, boolean more) -> {
                relayed.addAndGet(count);
                enter(new RelayState.Relaying());
                yield more;
            }
        };
    }

    private void enter(RelayState next) {
        RelayState before = state.getAndSet(next);
        if (before instanceof RelayState.Failing) {
            LOG.info("The activity relay works again");
        }
    }

    private void fail(String reason, Throwable e) {
        RelayState before = state.getAndSet(new RelayState.Failing(reason));
        if (!(before instanceof RelayState.Failing(String earlier)) || !earlier.equals(reason)) {
            if (e instanceof UnavailableException) {
                LOG.warn("The activity relay is interrupted, retrying: {}", reason);
            } else {
                LOG.error("The activity relay failed, retrying", e);
            }
        }
    }
}
